package labelled

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"stance/model"
)

// columns are the names of a table's columns by their role; empty where the table has none.
type columns struct {
	id, lang, source, split, tags, complete string
	text, mention, start, end               string
	stance, sentiment, label                string // label holds a stance or a sentiment
}

// usualNames are the names under which columns are found, best first.
func usualNames(header []string) columns {
	find := func(names ...string) string {
		for _, name := range names {
			if slices.Contains(header, name) {
				return name
			}
		}
		return ""
	}
	return columns{
		id: find("id"), lang: find("lang", "language"), source: find("source"), split: find("split"), tags: find("tags"), complete: find("complete"),
		text: find("sentence", "text"), mention: find("target", "mention", "entity", "actor"), start: find("start", "from"), end: find("end", "to"),
		stance: find("stance"), sentiment: find("sentiment", "polarity"), label: find("label"),
	}
}

// table reads CSV or TSV: a row an actor mention, with the sentence, the mention or its place in
// the sentence, and a label. Rows of one sentence (and id) are joined, in the order of the file.
func (in *source) table(data []byte) {
	reader := csv.NewReader(bytes.NewReader(data))
	reader.Comma = separator(data)
	reader.LazyQuotes = reader.Comma == '\t' // tables with tabs seldom quote
	reader.FieldsPerRecord = -1
	header, err := reader.Read()
	if err != nil {
		in.refuse(1, fmt.Errorf("the table's header cannot be read: %w", err))
		return
	}
	names := usualNames(header)
	lang, source := in.lang, ""
	if isRuSentNE(header) {
		names, lang, source = ruSentNE, "ru", "RuSentNE"
	}
	switch {
	case names.text == "":
		in.refuse(1, wrongf("sentence", "the table has no column of this name, nor \"text\""))
		return
	case names.mention == "" && (names.start == "" || names.end == ""):
		in.refuse(1, wrongf("target", "the table has neither this column nor \"start\" and \"end\""))
		return
	case names.stance == "" && names.sentiment == "" && names.label == "":
		in.refuse(1, wrongf("label", "the table has no column of this name, nor \"stance\" or \"sentiment\""))
		return
	}
	var order []string
	joined := map[string]*Sentence{}
	for {
		record, err := reader.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			line := 0
			var parse *csv.ParseError
			if errors.As(err, &parse) {
				line, err = parse.Line, parse.Err
			}
			in.refuse(line, fmt.Errorf("the row cannot be read: %w", err))
			continue
		}
		line, _ := reader.FieldPos(0)
		if len(record) != len(header) {
			in.refuse(line, fmt.Errorf("the row has %d columns, the header %d", len(record), len(header)))
			continue
		}
		row := tableRow{names, func(name string) string {
			if i := slices.Index(header, name); name != "" && i >= 0 {
				return record[i]
			}
			return ""
		}}
		sentence, err := row.sentence(lang, source)
		if err == nil {
			err = sentence.check()
		}
		if err != nil {
			in.refuse(line, err)
			continue
		}
		key := sentence.ID + "\x00" + sentence.Text
		if was, ok := joined[key]; ok {
			was.Actors = append(was.Actors, sentence.Actors...)
			continue
		}
		sentence.Line = line
		joined[key] = &sentence
		order = append(order, key)
	}
	for _, key := range order {
		in.keep(joined[key].Line, *joined[key], nil)
	}
}

// separator is the one of comma, semicolon and tab that the header has most of.
func separator(data []byte) rune {
	header, _, _ := bytes.Cut(data, []byte("\n"))
	best := ','
	for _, c := range ";\t" {
		if bytes.Count(header, []byte(string(c))) > bytes.Count(header, []byte(string(best))) {
			best = c
		}
	}
	return best
}

// tableRow reads one record by the names of its columns.
type tableRow struct {
	columns
	get func(name string) string
}

func (r tableRow) sentence(lang, source string) (Sentence, error) {
	s := Sentence{ID: r.get(r.id), Lang: r.get(r.lang), Source: r.get(r.source), Split: r.get(r.split), Text: r.get(r.text)}
	if s.Lang == "" {
		s.Lang = lang
	}
	if s.Source == "" {
		s.Source = source
	}
	if tags := r.get(r.tags); tags != "" {
		s.Tags = strings.FieldsFunc(tags, func(c rune) bool { return c == ';' || c == ',' || c == ' ' })
	}
	switch complete := strings.ToLower(r.get(r.complete)); complete {
	case "", "no", "false", "0":
	case "yes", "true", "1":
		s.Complete = true
	default:
		return s, wrongf(r.complete, "%q is not yes or no", complete)
	}
	span, err := r.span(s.Text)
	if err != nil {
		return s, err
	}
	actor := Actor{Spans: [][2]int{span}, Sentiment: Unlabelled}
	if err := r.labels(&actor); err != nil {
		return s, err
	}
	s.Actors = []Actor{actor}
	return s, nil
}

// span is where the mention is: by its offsets, else the one place where its words stand.
func (r tableRow) span(text string) ([2]int, error) {
	mention := r.get(r.mention)
	if r.start == "" || r.end == "" || r.get(r.start) == "" {
		switch strings.Count(text, mention) {
		case 1:
			start := len([]rune(text[:strings.Index(text, mention)]))
			return [2]int{start, start + len([]rune(mention))}, nil
		case 0:
			return [2]int{}, wrongf(r.mention, "%q is not in the sentence", mention)
		}
		return [2]int{}, wrongf(r.mention, "%q is in the sentence several times: say with the columns start and end which one it is", mention)
	}
	start, err := strconv.Atoi(r.get(r.start))
	if err != nil {
		return [2]int{}, wrongf(r.start, "%q is not a number", r.get(r.start))
	}
	end, err := strconv.Atoi(r.get(r.end))
	if err != nil {
		return [2]int{}, wrongf(r.end, "%q is not a number", r.get(r.end))
	}
	return [2]int{start, end}, nil
}

func (r tableRow) labels(actor *Actor) (err error) {
	if name := r.stance; name != "" && r.get(name) != "" {
		if actor.Stance, err = freeStance(name, r.get(name)); err != nil {
			return err
		}
	}
	if name := r.sentiment; name != "" && r.get(name) != "" {
		if actor.Sentiment, err = freeSentiment(name, r.get(name)); err != nil {
			return err
		}
	}
	value := r.get(r.label)
	if value == "" {
		return nil
	}
	if actor.Sentiment == Unlabelled {
		if actor.Sentiment, err = freeSentiment(r.label, value); err == nil {
			return nil
		}
	}
	if actor.Stance == nil {
		if actor.Stance, err = freeStance(r.label, value); err == nil {
			return nil
		}
	}
	return wrongf(r.label, "%q is neither a sentiment (negative, neutral, positive; n, 0, p; -1, 0, 1) nor a stance (hawkish, conciliatory, conditional; H, C, D; none)", value)
}

// freeStance reads a stance as people write it in a cell: names with ; , + or a space between
// them, letters, "none" or "-".
func freeStance(field, value string) (*[3]bool, error) {
	if value == "none" {
		value = "-"
	}
	if flags, err := lettersOf(value); err == nil {
		return &flags, nil
	}
	return stanceOf(field, strings.FieldsFunc(value, func(c rune) bool { return strings.ContainsRune(";,+ ", c) }))
}

// freeSentiment reads a name, a letter of the notation, or -1, 0, 1.
func freeSentiment(field, value string) (int, error) {
	switch value {
	case "n", "-1", "-1.0":
		return model.Negative, nil
	case "0", "0.0":
		return model.Neutral, nil
	case "p", "1", "1.0":
		return model.Positive, nil
	}
	return sentimentOf(field, value)
}
