// Package sinktest reads the sink's tables back, for the tests of other packages.
package sinktest

import (
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/memory"
	"github.com/apache/arrow/go/v15/parquet"
	"github.com/apache/arrow/go/v15/parquet/pqarrow"

	"stance/pipeline/sink"
)

// Row is a row by column names, each value as Arrow prints it.
type Row map[string]string

// Int is a column of whole numbers.
func (r Row) Int(t testing.TB, column string) int {
	t.Helper()
	n, err := strconv.Atoi(r[column])
	if err != nil {
		t.Fatalf("column %s: %v", column, err)
	}
	return n
}

// Rows returns all rows of a table, the parts in the order of their names.
func Rows(t testing.TB, out, table string) []Row {
	t.Helper()
	parts, err := filepath.Glob(filepath.Join(out, table, "date=*", "*.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(parts)
	var rows []Row
	for _, part := range parts {
		rows = append(rows, readPart(t, part)...)
	}
	return rows
}

func readPart(t testing.TB, path string) []Row {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	table, err := pqarrow.ReadTable(context.Background(), f, parquet.NewReaderProperties(memory.DefaultAllocator), pqarrow.ArrowReadProperties{}, memory.DefaultAllocator)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	defer table.Release()
	rows := make([]Row, 0, table.NumRows())
	records := array.NewTableReader(table, 0)
	defer records.Release()
	for records.Next() {
		record := records.Record()
		for i := range int(record.NumRows()) {
			row := Row{}
			for c, column := range record.Columns() {
				row[record.ColumnName(c)] = column.ValueStr(i)
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// Files returns the SHA-256 of each part of the tables, by path below out.
func Files(t testing.TB, out string) map[string]string {
	t.Helper()
	sums := map[string]string{}
	for _, table := range sink.Tables() {
		err := filepath.WalkDir(filepath.Join(out, table.Name), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(path)
			sums[path] = fmt.Sprintf("%x", sha256.Sum256(data))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return sums
}

// tolerance is how far a probability may move with the batch that its sentence was in.
const tolerance = 1e-4

// Equal fails the test where the tables of two folders differ: in their rows, whatever the
// order, but for a little noise in the probabilities.
func Equal(t testing.TB, got, want string) {
	t.Helper()
	for _, table := range sink.Tables() {
		g, w := sorted(Rows(t, got, table.Name)), sorted(Rows(t, want, table.Name))
		if len(g) != len(w) {
			t.Errorf("%s has %d rows, want %d", table.Name, len(g), len(w))
			continue
		}
		for i := range g {
			if d := difference(g[i], w[i]); d != "" {
				t.Errorf("%s, row %d: %s", table.Name, i, d)
				break
			}
		}
	}
}

// exact joins the columns that hold no probability.
func exact(r Row) string {
	var parts []string
	for _, column := range slices.Sorted(maps.Keys(r)) {
		if !strings.HasPrefix(column, "p_") {
			parts = append(parts, column+"="+r[column])
		}
	}
	return strings.Join(parts, "\n")
}

// keyed is a row with what it is sorted by.
type keyed struct {
	key string
	Row
}

func sorted(rows []Row) []keyed {
	all := make([]keyed, len(rows))
	for i, r := range rows {
		all[i] = keyed{exact(r), r}
	}
	slices.SortFunc(all, func(a, b keyed) int { return cmp.Compare(a.key, b.key) })
	return all
}

func difference(got, want keyed) string {
	if got.key != want.key {
		return fmt.Sprintf("got\n%s\nwant\n%s", got.key, want.key)
	}
	for column := range want.Row {
		if !strings.HasPrefix(column, "p_") {
			continue
		}
		g, err1 := strconv.ParseFloat(got.Row[column], 64)
		w, err2 := strconv.ParseFloat(want.Row[column], 64)
		if err1 != nil || err2 != nil || math.Abs(g-w) > tolerance {
			return fmt.Sprintf("%s is %s, want %s, of\n%s", column, got.Row[column], want.Row[column], want.key)
		}
	}
	return ""
}
