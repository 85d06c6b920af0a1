package article

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"sync/atomic"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

const (
	// peekBytes is how much of a source its format and encoding are told from.
	peekBytes = 64 << 10
	// maxWindow bounds the memory that a zstd frame may ask for: that of `zstd --long`.
	maxWindow = 128 << 20
)

// Read yields the source's articles and rejects in their order. It holds one record at a
// time, never the whole source (but for .txt and .html, of which one file is one record).
//
// Nothing in the source stops the run: what cannot be used becomes a Reject, and reading goes on with the
// next record where the format allows it. Only ctx ends it early, without a Reject: ask ctx.Err() afterwards.
// A read that blocks (a pipe nobody writes to) is not interrupted.
func (s Source) Read(ctx context.Context, opt Options) iter.Seq[Item] {
	opt = opt.withDefaults()
	return func(yield func(Item) bool) {
		e := &emitter{ctx: ctx, source: s, opt: opt, columns: opt.Columns.resolve(), yield: yield}
		in, closeIn, err := e.open()
		if err != nil {
			e.fail(0, err)
			return
		}
		defer closeIn()
		if e.source.Format == "" {
			sample, _ := in.Peek(peekBytes)
			e.source.Format = sniff(sample, e.columns)
		}
		switch e.source.Format {
		case Text, HTML:
			e.readFile(in)
		case JSON, JSONL:
			e.readJSON(in)
		case CSV, TSV:
			e.readCSV(in)
		case Parquet:
			e.readParquet(in)
		default:
			e.reject(0, "The format %q is not known: use txt, html, json, jsonl, csv, tsv or parquet.", e.source.Format)
		}
	}
}

// emitter hands what a format's reader finds to the caller. Its methods that
// yield return false when reading must stop.
type emitter struct {
	ctx     context.Context
	source  Source
	opt     Options
	columns columnIndex
	yield   func(Item) bool

	read     atomic.Int64        // bytes of the source consumed, as stored
	estimate func(n int64) int64 // overrides read where a format does not read its file in order
	plain    *os.File            // the source, where it is a regular file
	packed   bool                // the source is compressed
}

func (e *emitter) offset() int64 {
	n := e.read.Load()
	if e.estimate != nil {
		n = e.estimate(n)
	}
	return n
}

func (e *emitter) article(a *Article) bool {
	return e.ctx.Err() == nil && e.yield(Item{Article: a, Offset: e.offset()})
}

func (e *emitter) reject(line int, format string, args ...any) bool {
	if e.ctx.Err() != nil {
		return false
	}
	r := &Reject{Path: e.source.Path, Line: line, Reason: fmt.Sprintf(format, args...)}
	return e.yield(Item{Reject: r, Offset: e.offset()})
}

// fail reports an error of reading after which nothing more can be read, at the line where it happened.
func (e *emitter) fail(line int, err error) {
	rest := "nothing of it could be read"
	if line > 0 {
		rest = "this record and all after it could not be read"
	}
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, gzip.ErrChecksum), errors.Is(err, gzip.ErrHeader), errors.As(err, &corrupt):
		e.reject(line, "The compressed data is cut off or damaged (%v), so %s: fetch the file again.", err, rest)
	case errors.Is(err, zstd.ErrWindowSizeExceeded), errors.Is(err, zstd.ErrDecoderSizeExceeded):
		e.reject(line, "The zstd data asks for a window of more than %d MiB, so %s: compress it again without --ultra --long.", maxWindow>>20, rest)
	case e.packed:
		e.reject(line, "The compressed data cannot be unpacked (%v), so %s: fetch the file again.", cause(err), rest)
	default:
		e.reject(line, "Reading failed (%v), so %s: check the file and the disk it is on.", cause(err), rest)
	}
}

// open opens the source and undoes its compression, which its first bytes tell: browsers and
// servers unpack .gz files without renaming them, and standard input has no name.
func (e *emitter) open() (in *bufio.Reader, closeIn func(), err error) {
	closeIn = func() {}
	raw := e.opt.Stdin
	if e.source.Path != "-" {
		f, err := os.Open(e.source.Path)
		if err != nil {
			return nil, nil, err
		}
		closeIn = func() { f.Close() }
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			e.plain = f
		}
		raw = f
	}
	in = bufio.NewReaderSize(&countingReader{e: e, r: raw}, peekBytes)
	magic, _ := in.Peek(4)
	switch {
	case len(magic) >= 2 && magic[0] == 0x1f && magic[1] == 0x8b:
		e.packed = true
		z, err := gzip.NewReader(in)
		if err != nil {
			closeIn()
			return nil, nil, err
		}
		return bufio.NewReaderSize(z, peekBytes), closeIn, nil
	case string(magic) == "\x28\xb5\x2f\xfd":
		e.packed = true
		// One goroutine: decoding runs in the caller's, and stops with it.
		z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			closeIn()
			return nil, nil, err
		}
		closeFile := closeIn
		return bufio.NewReaderSize(z, peekBytes), func() { z.Close(); closeFile() }, nil
	}
	return in, closeIn, nil
}

// countingReader counts what is read and ends reading when the context does.
type countingReader struct {
	e *emitter
	r io.Reader
}

func (c *countingReader) Read(p []byte) (int, error) {
	if err := c.e.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.r.Read(p)
	c.e.read.Add(int64(n))
	return n, err
}
