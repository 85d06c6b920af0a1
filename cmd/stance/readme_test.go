package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"stance/pipeline/sink"
)

// The README's table of columns is what the sink says of them. UPDATE=1 writes it anew.
func TestReadmeColumns(t *testing.T) {
	const path, open, end = "../../README.md", "<!-- columns -->\n", "<!-- /columns -->"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(data), open)
	old, tail, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("%s has no %q … %q", path, open, end)
	}
	if want := columnTables(); old != want {
		if os.Getenv("UPDATE") == "" {
			t.Fatalf("the columns in %s are not those that are written; UPDATE=1 go test ./cmd/stance -run Readme mends it:\n%s", path, want)
		}
		if err := os.WriteFile(path, []byte(head+open+want+end+tail), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func columnTables() string {
	var b strings.Builder
	for _, table := range sink.Tables() {
		fmt.Fprintf(&b, "\n**%s**: %s\n\n| column | type | meaning |\n|---|---|---|\n", table.Name, table.Meaning)
		for _, c := range table.Columns {
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", c.Name, c.Type, c.Meaning)
		}
	}
	b.WriteByte('\n')
	return b.String()
}
