package actor

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// readCSV reads entries with the columns id, name, type and aliases (parted by |), in any
// order, named in the first row. Its aliases belong to no language and so to all.
func (r *Registry) readCSV(name string, in io.Reader) error {
	cr := csv.NewReader(in)
	cr.TrimLeadingSpace = true
	head, err := cr.Read()
	if errors.Is(err, io.EOF) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%s: %w; write a first row id,name,type,aliases", name, err)
	}
	col := map[string]int{}
	for i, h := range head {
		h = strings.ToLower(strings.TrimSpace(strings.TrimPrefix(h, "\ufeff")))
		if !contains([]string{"id", "name", "type", "aliases"}, h) {
			return fmt.Errorf("%s:1: column %q is not known; use id, name, type, aliases", name, h)
		}
		col[h] = i
	}
	for _, need := range []string{"id", "name", "type"} {
		if _, ok := col[need]; !ok {
			return fmt.Errorf("%s:1: column %q is missing; write a first row id,name,type,aliases", name, need)
		}
	}
	for {
		row, err := cr.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w; quote fields that hold a comma", name, err)
		}
		n, _ := cr.FieldPos(0)
		l := line{ID: strings.TrimSpace(row[col["id"]]), Name: row[col["name"]], Type: strings.TrimSpace(row[col["type"]])}
		if i, ok := col["aliases"]; ok {
			l.Aliases = map[string][]string{"": splitAliases(row[i])}
		}
		where := fmt.Sprintf("%s:%d", name, n)
		if err := r.add(l, where); err != nil {
			return fmt.Errorf("%s: %w", where, err)
		}
	}
}

func splitAliases(s string) []string {
	var out []string
	for _, a := range strings.Split(s, "|") {
		if a = strings.TrimSpace(a); a != "" {
			out = append(out, a)
		}
	}
	return out
}
