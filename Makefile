# 平安站：make help 列出全部命令
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
AS_OF ?=

.PHONY: help site admin serve check schema test thorough coverage faults fuzz lint bench sbom setup browser clean

help: ## 这张表
	@sed -nE 's/^([a-z]+):[^#]*## (.*)/make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 16

site: setup ## 生成网站（第一次会装好所需的一切）；AS_OF=2023-06-01 看某一天
	$(BIN)/pingan build $(if $(AS_OF),--as-of $(AS_OF))

admin: setup ## 装好网页编辑器，生成带 /admin/ 的网站（要有 npm）
	@command -v npm >/dev/null || { echo "网页编辑要用 npm：先装 Node.js 20 或更新的版本。"; exit 1; }
	cd admin && npm ci --no-fund --no-audit
	PINGAN_ADMIN=1 $(BIN)/pingan build $(if $(AS_OF),--as-of $(AS_OF))

serve: setup ## 在本机预览，内容一改就刷新
	$(BIN)/pingan serve

check: setup ## 只检查内容
	$(BIN)/pingan check

schema: setup ## 为编辑器写出 JSON Schema
	$(BIN)/pingan schema

test: browser ## 测试，五分钟（没有浏览器时先装一个）：在小县上试大多数规则
	$(BIN)/pytest -n auto --dist worksteal -m "not thorough"

thorough: browser ## 其余的测试：真网站、每种外观、填表编辑、断电和恶意输入；提交以后由 CI 跑
	$(BIN)/pytest -n auto --dist worksteal -m thorough

MINUTES ?= 10
coverage: browser ## 两种测试一起，并列出哪些代码没有跑到
	$(BIN)/pytest -n auto --dist worksteal --cov=generator --cov-report=term-missing:skip-covered

fuzz: setup ## 恶意输入攻十分钟；MINUTES=60 更久
	$(BIN)/python -m tests.hostile.fuzz --minutes $(MINUTES)

faults: setup ## 杀 50 次、磁盘满 10 级、边看边发布 100 次
	PINGAN_FAULTS=full $(BIN)/pytest tests/faults tests/publish/test_serving.py

lint: setup ## 检查代码（Linux、macOS、Windows 三种类型；测速度的不在 Windows 上跑）
	$(BIN)/ruff format --check generator tests benchmarks
	$(BIN)/ruff check generator tests benchmarks
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 --package generator
	$(BIN)/mypy --platform darwin

bench: browser ## 测速度，和 Hugo、Zensical、Material 比，写进 benchmarks/results.md；再测搜索的准确
	$(BIN)/python -m benchmarks.results
	@command -v npm >/dev/null && cd benchmarks/search && npm ci --no-fund --no-audit --silent || true
	$(BIN)/python -m benchmarks.search --queries benchmarks/search/queries-holdout.tsv

SBOM ?= sbom
PYTHON_OF ?= $(BIN)/python
CYCLONEDX ?= $(BIN)/cyclonedx-py
TIMELESS := import json,sys; bill = json.load(sys.stdin); bill.pop("serialNumber"); \
  bill["metadata"].pop("timestamp"); json.dump(bill, sys.stdout, ensure_ascii=False, indent=2)

sbom: setup ## 写出软件清单（CycloneDX）
	mkdir -p $(SBOM)
	$(CYCLONEDX) environment --output-reproducible --spec-version 1.6 --output-format JSON \
	  --pyproject pyproject.toml --mc-type application --output-file $(SBOM)/python.cdx.json $(PYTHON_OF)
	cd admin && npm sbom --sbom-format cyclonedx --package-lock-only \
	  | $(abspath $(PYTHON_OF)) -c '$(TIMELESS)' > $(abspath $(SBOM))/admin.cdx.json

setup: ## 只装好所需的一切
	@$(PYTHON) generator/install.py

browser: setup ## 只装测试用的浏览器
	@$(BIN)/python -m tests.browser.chromium

clean: ## 删掉装的和生成的，内容不动
	rm -rf $(VENV) site .pingan .mypy_cache .ruff_cache .pytest_cache .hypothesis
