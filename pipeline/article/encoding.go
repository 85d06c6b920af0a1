package article

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

var (
	errBinary     = errors.New("binary data")
	errNoEncoding = errors.New("its words are in no encoding that is known")
)

// candidates are the encodings that bytes are tried in. Of equals the first wins: many
// texts read the same in Western and Turkish, and even in Arabic encodings.
var candidates = []encoding.Encoding{
	charmap.Windows1252, charmap.Windows1254, charmap.Windows1256, charmap.Windows1255, charmap.Windows1251,
	charmap.KOI8U, // reads KOI8-R too: they differ in box drawings only
	charmap.ISO8859_5, charmap.ISO8859_6, simplifiedchinese.GB18030,
}

const (
	minPlausible  = 0.15 // the score below which bytes are in none of the encodings
	declaredBonus = 0.2  // what the declaration of a page is worth: it is right more often than not
	detectedBonus = 0.03 // what chardet's opinion is worth: it breaks ties
)

// sniffEncoding tells the encoding of a sample: that of its byte order mark; else UTF-8 where it is
// valid or damaged in few places; else the one of the candidates, of the declared one and of what chardet says in
// which its letters make the most plausible words. A nil encoding is UTF-8; ascii says that the sample has
// nothing to tell by. Declarations do not overrule UTF-8: pages are saved in it with their old headers.
func sniffEncoding(sample []byte, declared encoding.Encoding) (enc encoding.Encoding, ascii bool, err error) {
	switch {
	case bytes.HasPrefix(sample, []byte("\xff\xfe")), bytes.HasPrefix(sample, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), false, nil
	case bytes.HasPrefix(sample, []byte("\xef\xbb\xbf")):
		return nil, false, nil
	case bytes.IndexByte(sample, 0) >= 0:
		return sniffUTF16(sample)
	}
	good, bad, high := countUTF8(sample)
	switch {
	case high == 0:
		return nil, true, nil
	case bad == 0, good >= 50*bad:
		return nil, false, nil
	}
	var best encoding.Encoding
	bestScore := minPlausible
	try := func(enc encoding.Encoding, bonus float64) {
		if enc == nil {
			return
		}
		text, err := enc.NewDecoder().Bytes(sample)
		if err != nil {
			return
		}
		if score := plausibility(string(text), high) + bonus; score > bestScore {
			best, bestScore = enc, score
		}
	}
	for _, c := range candidates {
		try(c, 0)
	}
	try(declared, declaredBonus)
	try(detect(sample), detectedBonus)
	if best == nil {
		return nil, false, errNoEncoding
	}
	return best, false, nil
}

// sniffUTF16 tells UTF-16 without a byte order mark from binary data: the
// NUL bytes of its ASCII characters are on one side, and it decodes to words.
func sniffUTF16(sample []byte) (encoding.Encoding, bool, error) {
	var nuls [2]int
	for i, b := range sample {
		if b == 0 {
			nuls[i%2]++
		}
	}
	order := unicode.LittleEndian
	if nuls[0] > nuls[1] {
		order = unicode.BigEndian
	}
	enc := unicode.UTF16(order, unicode.IgnoreBOM)
	text, err := enc.NewDecoder().Bytes(sample[:len(sample)&^1])
	if err != nil || bytes.IndexByte(text, 0) >= 0 || unusable(string(text)) != "" || !plausibleUTF16(string(text)) {
		return nil, false, errBinary
	}
	return enc, false, nil
}

// plausibleUTF16 says whether a decoded text is one. Any two bytes are a character, mostly a Chinese one: those must be common.
func plausibleUTF16(text string) bool {
	const enough = 0.4
	weight := 0
	for _, r := range text {
		if r >= 0x3000 {
			weight += 2 // as for the two bytes of GB18030
		} else if r >= utf8.RuneSelf {
			weight++
		}
	}
	return weight == 0 || plausibility(text, weight) >= enough
}

// countUTF8 counts the multi-byte characters, the bytes that belong to none and the bytes above
// 127 of a sample. A character that the end of the sample cuts off is not counted.
func countUTF8(sample []byte) (good, bad, high int) {
	for i := 0; i < len(sample); {
		if sample[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(sample[i:])
		switch {
		case r != utf8.RuneError || n > 1:
			good++
		case utf8.FullRune(sample[i:]):
			bad++
		}
		high += n
		i += n
	}
	return good, bad, high
}

// detect is chardet's opinion, nil where it has none.
func detect(sample []byte) (enc encoding.Encoding) {
	defer func() {
		if recover() != nil { // third-party parser
			enc = nil
		}
	}()
	return byName(chardet.Detect(sample).Encoding)
}

// byName finds an encoding by its label; nil where it is unknown, UTF-8 or UTF-16, which are told by their bytes.
func byName(label string) encoding.Encoding {
	enc, err := htmlindex.Get(strings.TrimSpace(label))
	if err != nil || enc == nil || enc == encoding.Replacement {
		return nil
	}
	if name, err := htmlindex.Name(enc); err != nil || strings.HasPrefix(name, "utf-") || name == "replacement" {
		return nil
	}
	return enc
}

var charsetDeclaration = regexp.MustCompile(`(?i)(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:.-]+)`)

// declaredEncoding is the encoding that an HTML page names in its first 4096 bytes; nil where it names none.
func declaredEncoding(page []byte) encoding.Encoding {
	if m := charsetDeclaration.FindSubmatch(page[:min(len(page), 4096)]); m != nil {
		return byName(string(m[1]))
	}
	return nil
}

// decode turns a whole text into UTF-8, without byte order mark.
func decode(data []byte, declared encoding.Encoding) (string, error) {
	enc, _, err := sniffEncoding(data[:min(len(data), peekBytes)], declared)
	if err != nil {
		return "", err
	}
	if enc == nil {
		data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
		if good, bad, _ := countUTF8(data); bad > 0 && good < 50*bad {
			// The sample was clean or plain ASCII, what follows it is not.
			if enc, _, err = sniffEncoding(data, declared); err != nil {
				return "", err
			}
		}
	}
	if enc != nil {
		if data, err = enc.NewDecoder().Bytes(data); err != nil {
			return "", err
		}
	}
	return strings.ToValidUTF8(string(data), "\ufffd"), nil
}

// records is a stream of records in UTF-8.
type records struct {
	*bufio.Reader
	ascii bool // nothing has told the encoding so far
}

// decodeStream decodes the text that in holds, as its first peekBytes say.
func decodeStream(in *bufio.Reader) (*records, error) {
	sample, err := in.Peek(peekBytes)
	if len(sample) == 0 && err != nil && err != io.EOF {
		return nil, err
	}
	enc, ascii, err := sniffEncoding(sample, nil)
	// One record of garbage does not decide over all others.
	fewNULs := 1000*bytes.Count(sample, []byte{0}) < len(sample)
	switch {
	case fewNULs && mostlyUTF8Lines(sample):
		enc, ascii = nil, false
	case err == errNoEncoding, err == errBinary && fewNULs:
		enc, ascii = nil, true
	case err != nil:
		return nil, err
	}
	if enc != nil {
		return &records{Reader: bufio.NewReaderSize(transform.NewReader(in, enc.NewDecoder()), peekBytes)}, nil
	}
	if bytes.HasPrefix(sample, []byte("\xef\xbb\xbf")) {
		if _, err := in.Discard(3); err != nil {
			return nil, err
		}
	}
	return &records{Reader: in, ascii: ascii}, nil
}

// mostlyUTF8Lines says whether a sample has lines with letters beyond ASCII, and at least half of them are UTF-8 throughout.
func mostlyUTF8Lines(sample []byte) bool {
	valid, invalid := 0, 0
	for line := range bytes.SplitSeq(sample, []byte("\n")) {
		switch good, bad, _ := countUTF8(line); {
		case bad > 0:
			invalid++
		case good > 0:
			valid++
		}
	}
	return valid > 0 && valid >= invalid
}

// fix makes valid UTF-8 of one record. Where all before it was ASCII this record tells the encoding, for
// itself only; else it belongs to a UTF-8 stream and may be damaged in a few places.
func (s *records) fix(record []byte) ([]byte, error) {
	if utf8.Valid(record) {
		return record, nil
	}
	if s.ascii {
		text, err := decode(record, nil)
		return []byte(text), err
	}
	if good, bad, _ := countUTF8(record); good < 50*bad {
		return nil, errors.New("some of its bytes are not UTF-8, unlike the rest of the file")
	}
	return bytes.ToValidUTF8(record, []byte("\ufffd")), nil
}
