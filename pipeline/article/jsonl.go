package article

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// lines reads lines of bounded length.
type lines struct {
	in  *bufio.Reader
	max int    // bytes
	n   int    // number of the line read last, from 1
	buf []byte // of a line longer than the reader's buffer
}

var errTooLong = errors.New("line too long")

// next reads a line without its line end; the bytes are good until the next call. errTooLong
// says that the line was skipped, without having been held; after any other error there are no more lines.
// A line that an error cuts off is not handed out.
func (l *lines) next() ([]byte, error) {
	l.buf = l.buf[:0]
	skip := false
	for {
		part, err := l.in.ReadSlice('\n')
		if err == io.EOF && len(part) == 0 && len(l.buf) == 0 && !skip {
			return nil, io.EOF
		}
		whole := err == nil || err == io.EOF
		if whole && len(l.buf) == 0 && !skip && len(part) <= l.max {
			l.n++
			return chomp(part), nil
		}
		if skip = skip || len(l.buf)+len(part) > l.max; !skip {
			l.buf = append(l.buf, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case !whole:
			l.n++
			return nil, err
		}
		l.n++
		if skip {
			l.buf = nil // it may have grown to the limit
			return nil, errTooLong
		}
		return chomp(l.buf), nil
	}
}

func chomp(line []byte) []byte {
	line = bytes.TrimSuffix(line, []byte("\n"))
	return bytes.TrimSuffix(line, []byte("\r"))
}

// readJSON reads JSON in any layout. Lines are the records of .jsonl, unless the file turns out to be
// an array; .json holds an array, an object, or objects one after the other.
func (e *emitter) readJSON(in *bufio.Reader) {
	s, err := decodeStream(in)
	if err != nil {
		e.failDecoding(err)
		return
	}
	sample, _ := s.Peek(peekBytes)
	if e.source.Format == JSON || spansLines(sample) {
		e.readJSONValues(s)
		return
	}
	l := lines{in: s.Reader, max: e.opt.MaxRecordBytes}
	for {
		line, err := l.next()
		switch {
		case err == io.EOF:
			return
		case err == errTooLong:
			if !e.tooLong(l.n) {
				return
			}
		case err != nil:
			e.fail(l.n, err)
			return
		case len(bytes.TrimSpace(line)) > 0:
			if !e.emitJSON(s, line, l.n) {
				return
			}
		}
	}
}

// spansLines says whether JSON is laid out other than with an object a line: as an array, or with line breaks within.
func spansLines(sample []byte) bool {
	sample = bytes.TrimLeft(sample, " \t\r\n")
	return bytes.HasPrefix(sample, []byte("[")) || bytes.HasPrefix(sample, []byte("{\n")) || bytes.HasPrefix(sample, []byte("{\r"))
}

// failDecoding reports an error of decodeStream.
func (e *emitter) failDecoding(err error) {
	if err == errBinary || err == errNoEncoding {
		e.undecodable(0, err)
		return
	}
	e.fail(0, err)
}

func (e *emitter) tooLong(line int) bool {
	return e.reject(line, "The record is longer than the limit of %d bytes: split it, or raise the limit.", e.opt.MaxRecordBytes)
}

// emitJSON emits the article that one JSON object holds.
func (e *emitter) emitJSON(s *records, object []byte, line int) bool {
	object, err := s.fix(object)
	if err != nil {
		return e.undecodable(line, err)
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(object, &fields); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			return e.reject(line, "This is not valid JSON (%v at byte %d): correct the record.", syntax, syntax.Offset)
		}
		return e.reject(line, "This is JSON but not an object: give each article as an object with a key for its text.")
	}
	var r record
	for name, raw := range fields {
		if slot, ok := e.columns.find(name); ok {
			r.put(slot, name, jsonValue(raw))
		}
	}
	d, reason := r.draft()
	if reason != "" {
		return e.reject(line, "%s", reason)
	}
	return e.emit(d, line)
}

// jsonValue reads the value of a mapped key; raw is valid JSON.
func jsonValue(raw json.RawMessage) any {
	switch raw[0] {
	case 'n':
		return nil
	case 't', 'f':
		return badValue("true or false")
	case '{':
		return badValue("an object")
	case '"':
		var s string
		if err := json.Unmarshal(raw, &s); err != nil {
			return badValue("a broken string")
		}
		return s
	case '[':
		list := []string{}
		if err := json.Unmarshal(raw, &list); err != nil {
			return badValue("a list with something other than texts")
		}
		return list
	}
	return json.Number(raw)
}
