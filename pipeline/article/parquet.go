package article

import (
	"bufio"
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

// parquetBatch is how many rows are held at a time.
const parquetBatch = 64

var errSpool = errors.New("too large when unpacked")

// readParquet reads a Parquet file by batches of rows. Parquet begins at its end: what does not come from a
// plain file goes to a temporary one first.
func (e *emitter) readParquet(in *bufio.Reader) {
	f := e.plain
	if f == nil || e.packed {
		spooled, err := e.spool(in)
		switch {
		case err == errSpool:
			e.reject(0, "The Parquet file unpacks to more than the limit of %d bytes: split it, or raise the limit.", e.opt.MaxSpoolBytes)
			return
		case err != nil:
			e.fail(0, err)
			return
		}
		defer os.Remove(spooled.Name())
		defer spooled.Close()
		f = spooled
	}
	t, err := openTable(e.ctx, f, e.columns)
	if err != nil {
		e.reject(0, "This is not a Parquet file that can be read (%v): write or fetch it again.", err)
		return
	}
	if !t.hasText {
		e.reject(0, "No column holds the text (the columns are %s): name it text, or map it.", listNames(t.names))
		return
	}
	stored := e.source.Size
	e.estimate = func(read int64) int64 {
		if e.plain == nil || e.packed {
			stored = read
		}
		return int64(float64(stored) * float64(t.done) / float64(max(t.total, 1)))
	}
	for t.done < t.total {
		rows, err := t.next()
		if err != nil {
			e.reject(int(t.done)+1, "The Parquet data is damaged (%v), so this row and all after it could not be read: write or fetch the file again.", err)
			return
		}
		for i := range rows {
			t.done++
			d, reason := rows[i].draft()
			ok := true
			if reason != "" {
				ok = e.reject(int(t.done), "%s", reason)
			} else {
				ok = e.emit(d, int(t.done))
			}
			if !ok {
				return
			}
		}
	}
}

// spool writes a stream to a temporary file.
func (e *emitter) spool(in io.Reader) (f *os.File, err error) {
	f, err = os.CreateTemp("", "stance-*.parquet")
	if err != nil {
		return nil, err
	}
	n, err := io.Copy(f, io.LimitReader(in, e.opt.MaxSpoolBytes+1))
	if err == nil && n > e.opt.MaxSpoolBytes {
		err = errSpool
	}
	if err != nil {
		f.Close()
		os.Remove(f.Name())
		return nil, err
	}
	return f, nil
}

// table reads the mapped columns of a Parquet file.
type table struct {
	columns     []tableColumn
	names       []string // of all columns
	hasText     bool
	done, total int64 // rows
}

type tableColumn struct {
	slot   slot
	name   string
	reader *pqarrow.ColumnReader // nil for a type that cannot be used
	kind   string                // that type
}

// recovered turns a panic of the Parquet library, which damaged files provoke, into an error.
func recovered(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("%v", p)
	}
}

func openTable(ctx context.Context, f *os.File, index columnIndex) (t *table, err error) {
	defer recovered(&err)
	props := parquet.NewReaderProperties(memory.DefaultAllocator)
	props.BufferedStreamEnabled = true // else a whole column chunk is read into memory
	pf, err := file.NewParquetReader(f, file.WithReadProps(props))
	if err != nil {
		return nil, err
	}
	var readProps pqarrow.ArrowReadProperties
	reader, err := pqarrow.NewFileReader(pf, readProps, memory.DefaultAllocator)
	if err != nil {
		return nil, err
	}
	// The Arrow schema that writers leave in the file is passed over: Parquet's own types, of which large
	// strings and dictionaries are plain strings, are all that is needed.
	if reader.Manifest, err = pqarrow.NewSchemaManifest(pf.MetaData().Schema, nil, &readProps); err != nil {
		return nil, err
	}
	t = &table{total: pf.NumRows()}
	for i, field := range reader.Manifest.Fields {
		t.names = append(t.names, field.Field.Name)
		slot, ok := index.find(field.Field.Name)
		if !ok {
			continue
		}
		t.hasText = t.hasText || slot.role <= roleLead
		c := tableColumn{slot: slot, name: field.Field.Name}
		if nested := len(field.Children) > 0; nested && (field.Field.Type.ID() != arrow.LIST || len(field.Children[0].Children) > 0) {
			// Readers of structs run in goroutines of their own, whose panics nobody can recover.
			c.kind = "a nested value (" + field.Field.Type.Name() + ")"
		} else if c.reader, err = reader.GetColumn(ctx, i); err != nil {
			return nil, err
		}
		t.columns = append(t.columns, c)
	}
	return t, nil
}

// next reads the next batch of rows.
func (t *table) next() (rows []record, err error) {
	defer recovered(&err)
	rows = make([]record, min(parquetBatch, t.total-t.done))
	for _, c := range t.columns {
		if c.reader == nil {
			for i := range rows {
				rows[i].put(c.slot, c.name, badValue(c.kind))
			}
			continue
		}
		chunked, err := c.reader.NextBatch(int64(len(rows)))
		if err != nil {
			return nil, err
		}
		if chunked.Len() != len(rows) {
			return nil, fmt.Errorf("column %q ends early", c.name)
		}
		row := 0
		for _, chunk := range chunked.Chunks() {
			for i := range chunk.Len() {
				rows[row].put(c.slot, c.name, cell(chunk, i))
				row++
			}
		}
		chunked.Release()
	}
	return rows, nil
}
