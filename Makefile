# make site 生成网站；make serve 本机预览；make test 全部测试；make lint 检查代码；make bench 测速；make sbom 软件清单
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
AS_OF ?=

# make admin 装好网页编辑器并生成带 /admin/ 的网站（要有 npm；make site 不要）
.PHONY: site admin serve check schema test faults fuzz lint bench sbom setup browser clean

site: setup
	$(BIN)/pingan build $(if $(AS_OF),--as-of $(AS_OF))

admin: setup
	@command -v npm >/dev/null || { echo "网页编辑要用 npm：先装 Node.js 20 或更新的版本。"; exit 1; }
	cd admin && npm ci --no-fund --no-audit
	PINGAN_ADMIN=1 $(BIN)/pingan build $(if $(AS_OF),--as-of $(AS_OF))

serve: setup
	$(BIN)/pingan serve

check: setup
	$(BIN)/pingan check

schema: setup
	$(BIN)/pingan schema

test: browser
	$(BIN)/pytest -n auto

# 长时间的恶意输入测试，默认十分钟：make fuzz MINUTES=60
MINUTES ?= 10
fuzz: setup
	$(BIN)/python -m tests.hostile.fuzz --minutes $(MINUTES)

# 机器的毛病做全套：杀 50 次、磁盘满 10 级、边看边发布 100 次（make test 各做几次）
faults: setup
	PINGAN_FAULTS=full $(BIN)/pytest tests/faults tests/publish/test_serving.py

lint: setup
	$(BIN)/ruff format --check generator tests benchmarks
	$(BIN)/ruff check generator tests benchmarks
	$(BIN)/mypy
	$(BIN)/mypy --platform win32
	$(BIN)/mypy --platform darwin

bench: browser
	$(BIN)/python -m benchmarks.build_time
	@command -v npm >/dev/null && cd benchmarks/search && npm ci --no-fund --no-audit --silent || true
	$(BIN)/python -m benchmarks.search

# 软件清单（CycloneDX）：同样的依赖，同样的内容
SBOM ?= sbom
PYTHON_OF ?= $(BIN)/python
CYCLONEDX ?= $(BIN)/cyclonedx-py
TIMELESS := import json,sys; bill = json.load(sys.stdin); bill.pop("serialNumber"); \
  bill["metadata"].pop("timestamp"); json.dump(bill, sys.stdout, ensure_ascii=False, indent=2)

sbom: setup
	mkdir -p $(SBOM)
	$(CYCLONEDX) environment --output-reproducible --spec-version 1.6 --output-format JSON \
	  --pyproject pyproject.toml --mc-type application --output-file $(SBOM)/python.cdx.json $(PYTHON_OF)
	cd admin && npm sbom --sbom-format cyclonedx --package-lock-only \
	  | $(abspath $(PYTHON_OF)) -c '$(TIMELESS)' > $(abspath $(SBOM))/admin.cdx.json

setup:
	@$(PYTHON) generator/install.py

browser: setup
	@$(BIN)/python -m tests.browser.chromium

clean:
	rm -rf $(VENV) site .pingan .mypy_cache .ruff_cache .pytest_cache .hypothesis
