# The same binary as `make build`, with ONNX Runtime beside it; fetches nothing when it runs.
FROM golang:1.26-bookworm AS build
RUN apt-get update && apt-get install --no-install-recommends --yes python3-pip && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG VERSION=unknown
RUN make build lib/libonnxruntime.so VERSION="$VERSION"

FROM debian:bookworm-slim
COPY --from=build /src/bin/stance /usr/local/bin/stance
COPY --from=build /src/lib/libonnxruntime.so /usr/local/lib/libonnxruntime.so
# apt itself needs libstdc++, so the slim image has what ONNX Runtime links to.
USER 10001:10001
WORKDIR /data
ENTRYPOINT ["stance"]
CMD ["doctor"]
