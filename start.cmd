@echo off
chcp 65001 >nul
rem 双击：第一次装好一切，然后打开预览和编辑入口。
cd /d "%~dp0"
call "%~dp0pingan.cmd" serve --drafts --open
if errorlevel 1 pause
