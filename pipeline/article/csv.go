package article

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
)

// readCSV reads delimited text whose first record names the columns. Tabs separate .tsv; for
// .csv the header tells: spreadsheets of half the world write semicolons.
func (e *emitter) readCSV(in *bufio.Reader) {
	s, err := decodeStream(in)
	if err != nil {
		e.failDecoding(err)
		return
	}
	c := csvReader{in: s, lines: lines{in: s.Reader, max: e.opt.MaxRecordBytes}, tsv: e.source.Format == TSV}
	header, slots, ok := e.csvHeader(&c)
	for ok {
		fields, line, err := c.record(len(header))
		if err == io.EOF {
			return
		}
		var bad *csvError
		if b, isBad := err.(*csvError); isBad {
			bad = b
		}
		switch {
		case err == errTooLong:
			ok = e.tooLong(line)
		case bad != nil:
			ok = e.reject(line, "%s", bad.Error())
		case err != nil:
			e.fail(line, err)
			return
		case len(fields) == 1 && strings.TrimSpace(fields[0]) == "":
			// a blank line
		case len(fields) != len(header):
			ok = e.reject(line, "The row has %d fields where the header has %d: quote the fields that hold separators.", len(fields), len(header))
		default:
			var r record
			for i, slot := range slots {
				r.put(slot, header[i], fields[i])
			}
			if d, reason := r.draft(); reason != "" {
				ok = e.reject(line, "%s", reason)
			} else {
				ok = e.emit(d, line)
			}
		}
	}
}

// csvHeader reads the first record and finds the columns in it; ok is false after a reject.
func (e *emitter) csvHeader(c *csvReader) (header []string, slots map[int]slot, ok bool) {
	header, line, err := c.record(0)
	bad, isBad := err.(*csvError)
	switch {
	case err == io.EOF:
		e.reject(0, "The file is empty: its first line must name the columns.")
		return nil, nil, false
	case isBad:
		e.reject(line, "The header cannot be read, so nothing of the file could: %s", bad.Error())
		return nil, nil, false
	case err == errTooLong:
		e.tooLong(line)
		return nil, nil, false
	case err != nil:
		e.fail(0, err)
		return nil, nil, false
	}
	slots = map[int]slot{}
	hasText := false
	for i, name := range header {
		if slot, found := e.columns.find(name); found {
			slots[i] = slot
			hasText = hasText || slot.role <= roleLead
		}
	}
	if !hasText {
		e.reject(0, "No column holds the text (the columns are %s): name it text, or map it.", listNames(header))
	}
	return header, slots, hasText
}

// listNames quotes the first columns' names for a message.
func listNames(names []string) string {
	const most = 20
	shown := names[:min(len(names), most)]
	quoted := make([]string, len(shown))
	for i, n := range shown {
		quoted[i] = fmt.Sprintf("%.40q", n)
	}
	if len(names) > most {
		quoted = append(quoted, "…")
	}
	return strings.Join(quoted, ", ")
}

// csvError is a record that breaks the rules of quoting; its text is a sentence for a Reject.
type csvError struct{ reason string }

func (e *csvError) Error() string { return e.reason }

// csvReader cuts delimited text into records. Unlike encoding/csv it goes on after a quote that is not closed:
// the line with the quote is given up, and the next line is a record of its own again.
type csvReader struct {
	in        *records
	lines     lines
	tsv       bool
	delimiter byte // 0 until the header was seen

	pushed []numbered // lines given back, to be read before the rest
}

type numbered struct {
	line []byte
	n    int
}

func (c *csvReader) next() (line []byte, n int, err error) {
	if len(c.pushed) > 0 {
		p := c.pushed[0]
		c.pushed = c.pushed[1:]
		return p.line, p.n, nil
	}
	line, err = c.lines.next()
	return line, c.lines.n, err
}

// record reads one record and the number of the line it begins at. After a *csvError or errTooLong
// reading can go on. Want is how many fields the header has, 0 for the header itself.
func (c *csvReader) record(want int) (fields []string, start int, err error) {
	line, start, err := c.next()
	if err != nil {
		return nil, start, err
	}
	if line, err = c.fix(line); err != nil {
		return nil, start, err
	}
	if c.delimiter == 0 {
		c.delimiter = delimiterOf(line, c.tsv)
	}
	first := line
	var after []numbered // lines of this record behind the first
	size, pos := len(line), 0
	giveUp := func(reason string) ([]string, int, error) {
		c.pushed = append(after, c.pushed...)
		// Many writers of TSV know no quotes: a line that has its fields without them is right.
		if literal := strings.Split(string(first), "\t"); c.tsv && len(literal) == want {
			return literal, start, nil
		}
		return nil, start, &csvError{reason}
	}
	for {
		if pos >= len(line) || line[pos] != '"' {
			end := bytes.IndexByte(line[pos:], c.delimiter)
			if end < 0 {
				return append(fields, string(line[pos:])), start, nil
			}
			fields = append(fields, string(line[pos:pos+end]))
			pos += end + 1
			continue
		}
		var field strings.Builder
		pos++
		for {
			quote := bytes.IndexByte(line[pos:], '"')
			if quote >= 0 {
				field.Write(line[pos : pos+quote])
				pos += quote + 1
				if pos < len(line) && line[pos] == '"' {
					field.WriteByte('"')
					pos++
					continue
				}
				break
			}
			field.Write(line[pos:])
			field.WriteByte('\n')
			if len(after) == 0 {
				first = slices.Clone(first) // the reader's buffer is about to be used again
			}
			var n int
			line, n, err = c.next()
			switch {
			case err == io.EOF:
				return giveUp("A quote that is opened in this row is never closed: close it, or double quotes inside of quoted fields.")
			case err != nil:
				return nil, start, err
			}
			if line, err = c.fix(line); err != nil {
				return nil, start, err
			}
			line = slices.Clone(line)
			after = append(after, numbered{line, n})
			if size += len(line) + 1; size > c.lines.max {
				return giveUp(fmt.Sprintf("A quote that is opened in this row is not closed within the limit of %d bytes: close it, or raise the limit.", c.lines.max))
			}
			pos = 0
		}
		fields = append(fields, field.String())
		switch {
		case pos == len(line):
			return fields, start, nil
		case line[pos] != c.delimiter:
			return giveUp("A quoted field in this row is followed by more text: double the quotes inside of quoted fields.")
		}
		pos++
	}
}

func (c *csvReader) fix(line []byte) ([]byte, error) {
	fixed, err := c.in.fix(line)
	if err != nil {
		return nil, &csvError{fmt.Sprintf("The row cannot be decoded (%v): save the file in UTF-8.", err)}
	}
	return fixed, nil
}

// delimiterOf finds the separator that a header uses most outside of quotes.
func delimiterOf(header []byte, tsv bool) byte {
	if tsv {
		return '\t'
	}
	counts := map[byte]int{}
	quoted := false
	for _, c := range header {
		if c == '"' {
			quoted = !quoted
		} else if !quoted {
			counts[c]++
		}
	}
	best := byte(',')
	for _, c := range []byte{';', '\t'} {
		if counts[c] > counts[best] {
			best = c
		}
	}
	return best
}
