# The two commands: `make run` (build, fetch what is missing, run on the sample articles) and `make test` (all that CI runs).

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo unknown)
LIBRARY := lib/libonnxruntime.so
VENV := .venv
PYTHON := $(VENV)/bin/python
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
export STANCE_ONNXRUNTIME ?= $(CURDIR)/$(LIBRARY)

.PHONY: run build test test-go test-python smoke model eval-dev bench clean

run: build $(LIBRARY)
	bin/stance run --out out datasets/samples || test $$? -eq 3

build:
	go build -trimpath -ldflags "-X main.version=$(VERSION)" -o bin/stance ./cmd/stance

$(LIBRARY): model/onnxruntime.txt
	scripts/fetch-onnxruntime $@

test: test-go test-python smoke

test-go: build $(LIBRARY)
	test -z "$$(gofmt -l cmd datasets eval model pipeline | tee /dev/stderr)"
	go vet ./...
	go run $(STATICCHECK) ./...
	go test -race -short -timeout 20m ./...
	go test -timeout 10m ./pipeline/sink # killed and failing at every operation, not at a sample of them

# Python of its own: training, and the readers that analysts use.
$(VENV)/ready: model/train/requirements.txt tests/requirements.txt
	python3 -m venv $(VENV)
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r model/train/requirements.txt -r tests/requirements.txt
	touch $@

test-python: build $(LIBRARY) $(VENV)/ready
	$(VENV)/bin/ruff check model/train datasets tests
	$(PYTHON) -m pytest -q model/train tests

# A minute of training over the project's own few sentences, so that the code never rots; the model it makes is good for nothing.
smoke: build $(LIBRARY) $(VENV)/ready
	rm -rf .cache/smoke
	$(PYTHON) model/train/make.py --smoke --work .cache/smoke --out .cache/smoke/bundle
	bin/stance run --quiet --model .cache/smoke/bundle --out .cache/smoke/out datasets/samples

# The bundle from nothing; goes on where it was stopped.
model: $(VENV)/ready
	$(PYTHON) model/train/make.py

# The development splits of the training data, and what the bundle scores on them.
eval-dev: build $(LIBRARY) $(VENV)/ready
	$(PYTHON) model/train/devsets.py --out .cache/dev
	bin/stance eval --html .cache/dev/report.html .cache/dev/annotated.jsonl .cache/dev/standoff.jsonl .cache/dev/newsmtsc.jsonl .cache/dev/rusentne.jsonl

bench: $(LIBRARY)
	go test -run '^$$' -bench . -benchtime 2x ./model ./pipeline/...

clean:
	rm -rf bin lib out .cache $(VENV)
