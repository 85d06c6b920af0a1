package sink

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/memory"
	"github.com/apache/arrow/go/v15/parquet"
	"github.com/apache/arrow/go/v15/parquet/file"
	"github.com/apache/arrow/go/v15/parquet/pqarrow"
)

// batchRows is how many rows are decoded at a time.
const batchRows = 4096

// partInfo is what the footer of a part says.
type partInfo struct {
	rows int
	meta map[string]string // the sink's own keys; one that is missing is empty
}

// readInfo reads the footer of the part at path.
func readInfo(path string) (info partInfo, err error) {
	defer recovered(&err)
	r, err := openParquet(path)
	if err != nil {
		return partInfo{}, err
	}
	info = partInfo{rows: int(r.NumRows()), meta: map[string]string{}}
	kv := r.MetaData().KeyValueMetadata()
	for _, key := range []string{keySchema, keyModel, keyProgram} {
		if v := kv.FindValue(key); v != nil {
			info.meta[key] = *v
		}
	}
	return info, r.Close()
}

// readPart calls each for every row of the part at path; only the named columns are filled in, or
// all where none is named. The row, and the memory of its texts, is each's until it returns.
func readPart[T any](ctx context.Context, path string, t *table[T], each func(*T) error, names ...string) (err error) {
	defer recovered(&err)
	r, err := openParquet(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	columns, err := t.pick(r, names)
	if err != nil || r.NumRows() == 0 {
		return err
	}
	ar, err := pqarrow.NewFileReader(r, pqarrow.ArrowReadProperties{BatchSize: min(batchRows, r.NumRows())}, memory.DefaultAllocator)
	if err != nil {
		return err
	}
	batches, err := ar.GetRecordReader(ctx, columns, nil)
	if err != nil {
		return err
	}
	defer batches.Release()
	n := int64(0)
	for batches.Next() {
		rec := batches.Record()
		n += rec.NumRows()
		for i := range int(rec.NumRows()) {
			var row T
			for j, c := range columns {
				t.columns[c].load(rec.Column(j), i, &row)
			}
			if err := each(&row); err != nil {
				return err
			}
		}
	}
	if err := batches.Err(); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if n != r.NumRows() {
		return fmt.Errorf("has %d rows of the %d its footer tells of", n, r.NumRows())
	}
	return nil
}

// pick finds the named columns of the table, and checks that the file has the table's columns.
func (t *table[T]) pick(r *file.Reader, names []string) ([]int, error) {
	sc, err := pqarrow.FromParquet(r.MetaData().Schema, &pqarrow.ArrowReadProperties{}, nil)
	if err != nil {
		return nil, err
	}
	if len(sc.Fields()) != len(t.columns) {
		return nil, fmt.Errorf("has %d columns where the table %s has %d", len(sc.Fields()), t.name, len(t.columns))
	}
	var columns []int
	for i, c := range t.columns {
		if f := sc.Field(i); f.Name != c.name || !arrow.TypeEqual(f.Type, c.typ) {
			return nil, fmt.Errorf("has a column %s of type %s where the table %s has %s of type %s", f.Name, f.Type, t.name, c.name, c.typ)
		}
		if len(names) == 0 {
			columns = append(columns, i)
		}
		for _, name := range names {
			if c.name == name {
				columns = append(columns, i)
			}
		}
	}
	return columns, nil
}

// openParquet is the library's, but closes the file when the footer cannot be read.
func openParquet(path string) (*file.Reader, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	r, err := file.NewParquetReader(f, file.WithReadProps(parquet.NewReaderProperties(memory.DefaultAllocator)))
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return r, nil
}
