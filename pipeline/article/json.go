package article

import (
	"bytes"
	"errors"
	"io"
)

// readJSONValues reads the elements of a JSON array, or objects that follow one another. An object alone
// in its file is an article of its own file (line 0).
func (e *emitter) readJSONValues(s *records) {
	v := values{in: s, max: e.opt.MaxRecordBytes, line: 1}
	c, err := v.skip(" \t\r\n")
	array := err == nil && c == '['
	separators := " \t\r\n"
	if array {
		_, _ = v.read() // c, which skip has seen
		separators += ","
	}
	first := true
	for {
		c, err := v.skip(separators)
		line := v.line
		switch {
		case err == io.EOF && array:
			e.reject(line, "The JSON array is not closed: the file is cut off after the records before this line; fetch it again.")
			return
		case err == io.EOF:
			if first {
				e.reject(0, "There is no JSON in it: leave the file out, or fetch it again.")
			}
			return
		case err != nil:
			e.fail(line, err)
			return
		case array && c == ']':
			_, _ = v.read() // c
			if _, err := v.skip(" \t\r\n"); err == nil {
				e.reject(v.line, "Something follows the end of the JSON array and was not read: keep one array a file.")
			} else if err != io.EOF {
				e.fail(v.line, err)
			}
			return
		}
		value, err := v.next()
		switch {
		case err == errTooLong:
			if !e.tooLong(line) {
				return
			}
		case errors.Is(err, io.EOF):
			e.reject(line, "The JSON value that begins here is not closed, so it and all after it could not be read: close it, or fetch the file again.")
			return
		case err != nil:
			e.fail(line, err)
			return
		default:
			if !array && first {
				if _, err := v.skip(" \t\r\n"); err == io.EOF {
					line = 0
				}
			}
			if !e.emitJSON(s, value, line) {
				return
			}
		}
		first = false
	}
}

// values cuts a stream of JSON into values by their brackets, without looking further into them: a
// value that is not valid JSON costs only itself as long as its brackets and quotes are right.
type values struct {
	in   *records
	max  int // bytes
	line int // of the next byte, from 1
	buf  bytes.Buffer
}

func (v *values) read() (byte, error) {
	c, err := v.in.ReadByte()
	if c == '\n' && err == nil {
		v.line++
	}
	return c, err
}

// skip goes over the bytes of set and returns the one that comes next, without consuming it.
func (v *values) skip(set string) (byte, error) {
	for {
		b, err := v.in.Peek(1)
		if err != nil {
			return 0, err
		}
		if bytes.IndexByte([]byte(set), b[0]) < 0 {
			return b[0], nil
		}
		_, _ = v.read() // it has been seen
	}
}

// next reads a value; the bytes are good until the next call. errTooLong says that the value was skipped.
func (v *values) next() ([]byte, error) {
	v.buf.Reset()
	depth, size := 0, 0
	inString, escaped := false, false
	for {
		if depth == 0 && size > 0 && !inString {
			// A bare value (a number, a word) ends before a separator.
			if b, err := v.in.Peek(1); err == io.EOF || err == nil && bytes.IndexByte([]byte(" \t\r\n,]"), b[0]) >= 0 {
				break
			}
		}
		c, err := v.read()
		if err != nil {
			return nil, err
		}
		if size++; size <= v.max {
			v.buf.WriteByte(c)
		}
		switch {
		case escaped:
			escaped = false
		case inString:
			escaped = c == '\\'
			inString = c != '"'
			if !inString && depth == 0 {
				return v.value(size)
			}
		case c == '"':
			inString = true
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth--; depth <= 0 {
				return v.value(size)
			}
		}
	}
	return v.value(size)
}

func (v *values) value(size int) ([]byte, error) {
	if size > v.max {
		v.buf = bytes.Buffer{} // it has grown to the limit
		return nil, errTooLong
	}
	return v.buf.Bytes(), nil
}
