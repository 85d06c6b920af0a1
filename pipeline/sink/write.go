package sink

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"strings"

	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/memory"
	"github.com/apache/arrow/go/v15/parquet"
	"github.com/apache/arrow/go/v15/parquet/compress"
	"github.com/apache/arrow/go/v15/parquet/pqarrow"
)

// A row group ends at whichever comes first. The bytes are those of the rows in memory.
const (
	groupRows  = 64 << 10
	groupBytes = 16 << 20
)

// Keys of the key-value metadata of every part.
const (
	keySchema  = "stance.schema_version"
	keyModel   = "stance.model"
	keyProgram = "stance.program"
)

// File is a part as a commit left it. Path is relative to the output folder, with slashes.
type File struct {
	Path      string `json:"path"`
	Rows      int    `json:"rows"`
	Bytes     int64  `json:"bytes"`
	SHA256    string `json:"sha256"`
	Rewritten bool   `json:"rewritten,omitempty"` // an older part, less the rows that were replaced
}

// partWriter writes one Parquet file. Its memory is bounded by a row group.
type partWriter[T any] struct {
	table  *table[T]
	path   string
	out    *stickyWriter
	rows   *array.RecordBuilder
	pq     *pqarrow.FileWriter
	n      int // rows written
	held   int // of them in the row group to come
	weight int // bytes of those
}

// newPart starts a part at path, with meta as its key-value metadata. The caller calls close,
// or discard where it gives up.
func newPart[T any](fs fsys, path string, t *table[T], meta map[string]string) (_ *partWriter[T], err error) {
	defer recovered(&err)
	f, err := fs.Create(path)
	if err != nil {
		return nil, err
	}
	schema := t.schema(meta)
	out := newStickyWriter(f)
	pq, err := pqarrow.NewFileWriter(schema, out, properties(t, meta[keyProgram]), pqarrow.DefaultWriterProps())
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &partWriter[T]{table: t, path: path, out: out, pq: pq, rows: array.NewRecordBuilder(memory.DefaultAllocator, schema)}, nil
}

func properties[T any](t *table[T], program string) *parquet.WriterProperties {
	p := []parquet.WriterProperty{
		// the library makes an encoder for every page: the lowest level's costs least
		parquet.WithCompression(compress.Codecs.Zstd), parquet.WithCompressionLevel(1),
		parquet.WithCreatedBy("stance " + program),
	}
	for _, c := range t.columns {
		p = append(p, parquet.WithDictionaryFor(c.name, c.dict), parquet.WithStatsFor(c.name, !c.prose))
	}
	return parquet.NewWriterProperties(p...)
}

// write adds a row that weighs so many bytes in memory.
func (w *partWriter[T]) write(row *T, weight int) error {
	for i, c := range w.table.columns {
		c.store(w.rows.Field(i), row)
	}
	w.n++
	w.held++
	w.weight += weight
	if w.held < groupRows && w.weight < groupBytes {
		return nil
	}
	return w.flush()
}

func (w *partWriter[T]) flush() (err error) {
	defer recovered(&err)
	rec := w.rows.NewRecord()
	defer rec.Release()
	w.held, w.weight = 0, 0
	if err := w.pq.Write(rec); err != nil {
		return err
	}
	return w.out.err
}

// close makes the part durable, reads it again and says what it is, all but its path.
func (w *partWriter[T]) close() (File, error) {
	if err := w.finish(); err != nil {
		w.out.f.Close() // nothing that was written matters any more
		return File{}, err
	}
	if err := w.out.sync(); err != nil {
		return File{}, err
	}
	info, err := readInfo(w.path)
	if err == nil && info.rows != w.n {
		err = fmt.Errorf("wrote %d rows but the file has %d", w.n, info.rows)
	}
	return File{Rows: w.n, Bytes: w.out.n, SHA256: hex.EncodeToString(w.out.sum.Sum(nil))}, err
}

func (w *partWriter[T]) finish() (err error) {
	defer recovered(&err)
	defer w.rows.Release()
	if w.held > 0 {
		if err := w.flush(); err != nil {
			return err
		}
	}
	return w.pq.Close()
}

// discard gives the part up. Its file is the caller's to remove.
func (w *partWriter[T]) discard() {
	w.rows.Release()
	w.out.f.Close() // nothing that was written matters any more
}

// stickyWriter remembers its first error and hides it from the Parquet library, which loses
// some errors and panics at others; whoever uses it asks for err after each step.
type stickyWriter struct {
	f   outFile
	buf *bufio.Writer
	sum hash.Hash
	n   int64
	err error
}

func newStickyWriter(f outFile) *stickyWriter {
	return &stickyWriter{f: f, buf: bufio.NewWriterSize(f, 256<<10), sum: sha256.New()}
}

func (w *stickyWriter) Write(p []byte) (int, error) {
	if w.err == nil {
		w.sum.Write(p)
		w.n += int64(len(p))
		_, w.err = w.buf.Write(p)
	}
	return len(p), nil
}

// sync makes what was written durable and closes the file.
func (w *stickyWriter) sync() error {
	if w.err == nil {
		w.err = w.buf.Flush()
	}
	if w.err == nil {
		w.err = w.f.Sync()
	}
	return errors.Join(w.err, w.f.Close())
}

// recovered turns a panic of the Parquet library, which some damaged files cause, into an error.
func recovered(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("parquet library: %v", p)
	}
}

// clean makes every text of the row valid UTF-8, without which readers refuse a file, and returns
// about how many bytes the row takes in memory.
func (t *table[T]) clean(row *T) (weight int) {
	for _, c := range t.columns {
		weight += 8
		if c.str != nil {
			s := c.str(row)
			*s = valid(*s)
			weight += len(*s)
		}
	}
	return weight
}

func valid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
