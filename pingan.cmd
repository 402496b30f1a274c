@echo off
chcp 65001 >nul
rem 平安站的命令，例如 pingan check；第一次会自动装好所需的一切。
setlocal
set PYTHONUTF8=1
set "python="
where py >nul 2>nul && set "python=py -3"
if not defined python set "python=python"
%python% -c "import sys" >nul 2>nul || set "python="
if not defined python (
  echo 需要 Python 3.11 或更新的版本：到 https://www.python.org 下载安装，安装时勾选 Add python.exe to PATH。
  exit /b 1
)
%python% "%~dp0generator\install.py" || exit /b 1
"%~dp0.venv\Scripts\pingan.exe" %*
exit /b %errorlevel%
