package sink

import (
	"time"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
)

// SchemaVersion changes when a column is added, removed or changes its meaning.
const SchemaVersion = "1"

// Names of the tables, which are also those of their folders.
const (
	Mentions = "mentions"
	Actors   = "actors"
	Articles = "articles"
	Rejects  = "rejects"
)

// tableNames is in the order in which a commit handles the tables.
var tableNames = [...]string{Mentions, Actors, Articles, Rejects}

// Table describes a table to people.
type Table struct {
	Name, Meaning string
	Columns       []Column
}

// Column describes a column. Type is in Arrow's words.
type Column struct {
	Name, Type, Meaning string
}

// Tables describes every table and column that the sink writes. Readers with hive partitioning
// see one more column, date, in each.
func Tables() []Table {
	return []Table{mentionsTable.describe(), actorsTable.describe(), articlesTable.describe(), rejectsTable.describe()}
}

// table says how rows of type T become columns and back.
type table[T any] struct {
	name, meaning string
	columns       []column[T]
}

// column is one column of a table. Exactly one of its functions to write and to read is used per
// row, and str is nil unless it holds text.
type column[T any] struct {
	name    string
	typ     arrow.DataType
	null    bool // null stands for the zero value
	prose   bool // long, hardly repeated text: no statistics
	dict    bool // values repeat: dictionary encoded
	meaning string
	store   func(array.Builder, *T)
	load    func(arrow.Array, int, *T)
	str     func(*T) *string
}

func (t *table[T]) describe() Table {
	d := Table{Name: t.name, Meaning: t.meaning}
	for _, c := range t.columns {
		typ := c.typ.String()
		if c.null {
			typ += ", null"
		}
		d.Columns = append(d.Columns, Column{Name: c.name, Type: typ, Meaning: c.meaning})
	}
	return d
}

// schema is the Arrow schema with meta as key-value metadata.
func (t *table[T]) schema(meta map[string]string) *arrow.Schema {
	fields := make([]arrow.Field, len(t.columns))
	for i, c := range t.columns {
		fields[i] = arrow.Field{Name: c.name, Type: c.typ, Nullable: c.null}
	}
	kv := arrow.MetadataFrom(meta)
	return arrow.NewSchema(fields, &kv)
}

func text[T any](name string, at func(*T) *string, meaning string) column[T] {
	return column[T]{
		name: name, typ: arrow.BinaryTypes.String, dict: true, meaning: meaning, str: at,
		store: func(b array.Builder, r *T) { b.(*array.StringBuilder).Append(*at(r)) },
		load:  func(a arrow.Array, i int, r *T) { *at(r) = a.(*array.String).Value(i) },
	}
}

// sentenceText is long text that several rows in a row share.
func sentenceText[T any](name string, at func(*T) *string, meaning string) column[T] {
	c := text(name, at, meaning)
	c.prose = true
	return c
}

// wholeText is long text of which no two rows are the same.
func wholeText[T any](name string, at func(*T) *string, meaning string) column[T] {
	c := sentenceText(name, at, meaning)
	c.dict = false
	return c
}

func number[T any](name string, at func(*T) *int32, meaning string) column[T] {
	return column[T]{
		name: name, typ: arrow.PrimitiveTypes.Int32, meaning: meaning,
		store: func(b array.Builder, r *T) { b.(*array.Int32Builder).Append(*at(r)) },
		load:  func(a arrow.Array, i int, r *T) { *at(r) = a.(*array.Int32).Value(i) },
	}
}

func probability[T any](name string, at func(*T) *float32, meaning string) column[T] {
	return column[T]{
		name: name, typ: arrow.PrimitiveTypes.Float32, meaning: meaning,
		store: func(b array.Builder, r *T) { b.(*array.Float32Builder).Append(*at(r)) },
		load:  func(a arrow.Array, i int, r *T) { *at(r) = a.(*array.Float32).Value(i) },
	}
}

func flag[T any](name string, at func(*T) *bool, meaning string) column[T] {
	return column[T]{
		name: name, typ: arrow.FixedWidthTypes.Boolean, meaning: meaning,
		store: func(b array.Builder, r *T) { b.(*array.BooleanBuilder).Append(*at(r)) },
		load:  func(a arrow.Array, i int, r *T) { *at(r) = a.(*array.Boolean).Value(i) },
	}
}

// instant is a time in UTC, to the microsecond; the zero time is null.
func instant[T any](name string, at func(*T) *time.Time, meaning string) column[T] {
	return column[T]{
		name: name, typ: arrow.FixedWidthTypes.Timestamp_us, null: true, dict: true, meaning: meaning,
		store: func(b array.Builder, r *T) {
			if t := *at(r); t.IsZero() {
				b.AppendNull()
			} else {
				b.(*array.TimestampBuilder).Append(arrow.Timestamp(t.UnixMicro()))
			}
		},
		load: func(a arrow.Array, i int, r *T) {
			*at(r) = time.Time{}
			if a.IsValid(i) {
				*at(r) = time.UnixMicro(int64(a.(*array.Timestamp).Value(i))).UTC()
			}
		},
	}
}
