package article

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/memory"
	"github.com/apache/arrow/go/v15/parquet"
	"github.com/apache/arrow/go/v15/parquet/compress"
	"github.com/apache/arrow/go/v15/parquet/pqarrow"
)

var zeroTime time.Time

// dictionary, large and nested mark how parquetFile stores strings.
type (
	dictionary []string
	large      []string
	nested     []string
)

// parquetFile writes columns of []string, [][]string, []int64, []float64, []time.Time, []arrow.Date32 and the types above.
func parquetFile(t *testing.T, rowGroup int64, columns map[string]any) string {
	t.Helper()
	var fields []arrow.Field
	var arrays []arrow.Array
	mem := memory.DefaultAllocator
	for name, values := range columns {
		var a arrow.Array
		switch v := values.(type) {
		case []string:
			b := array.NewStringBuilder(mem)
			for _, s := range v {
				if s == "<null>" {
					b.AppendNull()
				} else {
					b.Append(s)
				}
			}
			a = b.NewArray()
		case large:
			b := array.NewLargeStringBuilder(mem)
			b.AppendValues(v, nil)
			a = b.NewArray()
		case dictionary:
			b := array.NewDictionaryBuilder(mem, &arrow.DictionaryType{IndexType: arrow.PrimitiveTypes.Int32, ValueType: arrow.BinaryTypes.String}).(*array.BinaryDictionaryBuilder)
			for _, s := range v {
				if err := b.AppendString(s); err != nil {
					t.Fatal(err)
				}
			}
			a = b.NewArray()
		case [][]string:
			b := array.NewListBuilder(mem, arrow.BinaryTypes.String)
			for _, list := range v {
				b.Append(true)
				b.ValueBuilder().(*array.StringBuilder).AppendValues(list, nil)
			}
			a = b.NewArray()
		case nested:
			b := array.NewStructBuilder(mem, arrow.StructOf(arrow.Field{Name: "x", Type: arrow.BinaryTypes.String}))
			for _, s := range v {
				b.Append(true)
				b.FieldBuilder(0).(*array.StringBuilder).Append(s)
			}
			a = b.NewArray()
		case []int64:
			b := array.NewInt64Builder(mem)
			b.AppendValues(v, nil)
			a = b.NewArray()
		case []float64:
			b := array.NewFloat64Builder(mem)
			b.AppendValues(v, nil)
			a = b.NewArray()
		case []arrow.Date32:
			b := array.NewDate32Builder(mem)
			b.AppendValues(v, nil)
			a = b.NewArray()
		case []time.Time:
			b := array.NewTimestampBuilder(mem, &arrow.TimestampType{Unit: arrow.Millisecond})
			for _, at := range v {
				b.Append(arrow.Timestamp(at.UnixMilli()))
			}
			a = b.NewArray()
		default:
			t.Fatalf("no such column: %T", values)
		}
		fields = append(fields, arrow.Field{Name: name, Type: a.DataType(), Nullable: true})
		arrays = append(arrays, a)
	}
	schema := arrow.NewSchema(fields, nil)
	record := array.NewRecord(schema, arrays, -1)
	var out bytes.Buffer
	props := parquet.NewWriterProperties(parquet.WithCompression(compress.Codecs.Zstd))
	table := array.NewTableFromRecords(schema, []arrow.Record{record})
	if err := pqarrow.WriteTable(table, &out, rowGroup, props, pqarrow.NewArrowWriterProperties(pqarrow.WithStoreSchema())); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestParquetTypes(t *testing.T) {
	day := time.Date(2026, 11, 27, 8, 30, 0, 0, time.UTC)
	path := write(t, "a.parquet", parquetFile(t, 100, map[string]any{
		"Body":      []string{"<null>", "One.", "Two."},
		"content":   large{"Zero.", "unused", "unused"},
		"lang":      dictionary{"fa", "en", "fa"},
		"id":        []int64{7, 8, 9},
		"headline":  []string{"", "<null>", "Title"},
		"captions":  [][]string{{"C1", "C2"}, {}, {"C3"}},
		"published": []time.Time{day, day, day},
		"other":     []float64{1, 2, 3},
	}))
	articles, rejects := readAll(t, Options{}, path)
	if len(articles) != 3 || len(rejects) != 0 {
		t.Fatalf("%d articles, rejects %v", len(articles), rejects)
	}
	for i, want := range []Article{
		{ID: "7", Line: 1, Lang: "fa", Text: "Zero.\n\nC1\n\nC2"},
		{ID: "8", Line: 2, Lang: "en", Text: "One."},
		{ID: "9", Line: 3, Lang: "fa", Title: "Title", Text: "Title\n\nTwo.\n\nC3"},
	} {
		got := articles[i]
		if got.ID != want.ID || got.Line != want.Line || got.Lang != want.Lang || got.Title != want.Title || got.Text != want.Text || !got.Published.Equal(day) {
			t.Errorf("%+v\nwant %+v", got, want)
		}
	}
}

func TestParquetDatesAndIDs(t *testing.T) {
	path := write(t, "a.parquet", parquetFile(t, 100, map[string]any{
		"text": []string{"T", "T"}, "date": []arrow.Date32{20784, 20785}, "id": []float64{12, 13},
	}))
	articles, _ := readAll(t, Options{}, path)
	if len(articles) != 2 || articles[0].ID != "12" || articles[0].Published != time.Date(2026, 11, 27, 0, 0, 0, 0, time.UTC) {
		t.Errorf("%+v", articles)
	}
}

func TestParquetParagraphsOverRowGroups(t *testing.T) {
	var texts [][]string
	var langs, nothing []string
	for i := range 1000 {
		texts = append(texts, []string{fmt.Sprintf("P %d.", i), "Q."})
		langs = append(langs, []string{"fa", "ar", "he"}[i/7%3])
		nothing = append(nothing, "<null>")
	}
	path := write(t, "a.parquet", parquetFile(t, 37, map[string]any{"paragraphs": texts, "lang": langs, "title": nothing}))
	articles, rejects := readAll(t, Options{}, path)
	if len(articles) != 1000 || len(rejects) != 0 {
		t.Fatalf("%d articles, rejects %v", len(articles), rejects)
	}
	for i, a := range articles {
		if a.Text != fmt.Sprintf("P %d.\n\nQ.", i) || a.Lang != langs[i] || a.Line != i+1 {
			t.Fatalf("row %d: %+v", i, a)
		}
	}
}

func TestParquetRejects(t *testing.T) {
	good := parquetFile(t, 10, map[string]any{"text": []string{"A.", " ", "B."}})
	articles, rejects := readAll(t, Options{}, write(t, "a.parquet", good))
	if len(articles) != 2 || len(rejects) != 1 || rejects[0].Line != 2 {
		t.Errorf("%v, %v", articles, rejects)
	}
	for name, content := range map[string]string{
		"empty.parquet":     "",
		"cut.parquet":       good[:len(good)-10],
		"other.parquet":     "not Parquet at all, but long enough for a footer",
		"cut.parquet.gz":    gz(t, good)[:100],
		"no text.parquet":   parquetFile(t, 10, map[string]any{"x": []string{"A."}}),
		"structure.parquet": parquetFile(t, 10, map[string]any{"text": nested{"A."}}),
	} {
		articles, rejects := readAll(t, Options{}, write(t, name, content))
		if len(articles) != 0 || len(rejects) != 1 {
			t.Errorf("%s: %d articles, rejects %v", name, len(articles), rejects)
		}
	}
	_, rejects = readAll(t, Options{MaxSpoolBytes: 100}, write(t, "a.parquet.gz", gz(t, good)))
	if len(rejects) != 1 || !strings.Contains(rejects[0].Reason, "100 bytes") {
		t.Errorf("spooling over the limit: %v", rejects)
	}
}

// Damage anywhere in a file never panics, and never invents rows.
func TestParquetDamage(t *testing.T) {
	good := parquetFile(t, 10, map[string]any{"text": []string{"A.", "B.", "C."}, "paragraphs": [][]string{{"x"}, {}, {"y"}}, "lang": dictionary{"a", "b", "a"}})
	for i := 0; i < len(good); i += 5 {
		damaged := []byte(good)
		damaged[i] ^= 0x55
		articles, rejects := readAll(t, Options{}, write(t, "a.parquet", string(damaged)))
		if len(articles)+len(rejects) > 4 {
			t.Errorf("byte %d: %d articles, %d rejects", i, len(articles), len(rejects))
		}
	}
}
