package labelled

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// jsonSentence is a line of the project's own format.
type jsonSentence struct {
	ID       string       `json:"id"`
	Lang     string       `json:"lang,omitempty"`
	Source   string       `json:"source,omitempty"`
	Split    string       `json:"split,omitempty"`
	Scenario string       `json:"scenario,omitempty"`
	Article  string       `json:"article,omitempty"`
	Tags     []string     `json:"tags,omitempty"`
	Text     string       `json:"text"`
	Actors   *[]jsonActor `json:"actors"`
	Speaker  *jsonActor   `json:"speaker,omitempty"`
	Complete *bool        `json:"complete,omitempty"` // absent: it is
}

type jsonActor struct {
	ID        string    `json:"id,omitempty"`
	Key       string    `json:"key,omitempty"`
	Spans     [][]int   `json:"spans,omitempty"`
	Stance    *[]string `json:"stance,omitempty"`    // absent: not labelled; empty: none
	Sentiment *string   `json:"sentiment,omitempty"` // absent: not labelled
}

// jsonl reads the project's own format, and NewsMTSC's files, which have the same ending.
func (in *source) jsonl(data []byte) {
	lines(data, func(number int, line string) {
		if isNewsMTSC(line) {
			sentence, err := newsMTSC(line)
			in.keep(number, sentence, err)
			return
		}
		var row jsonSentence
		if err := decode(line, &row); err != nil {
			in.refuse(number, err)
			return
		}
		sentence, err := row.sentence(in.lang)
		in.keep(number, sentence, err)
	})
}

// decode reads one line of JSON. A field of the wrong type is named.
func decode(line string, into any) error {
	d := json.NewDecoder(strings.NewReader(line))
	err := d.Decode(into)
	var mistyped *json.UnmarshalTypeError
	switch {
	case errors.As(err, &mistyped):
		return wrongf(mistyped.Field, "has a %s where a %s belongs", mistyped.Value, mistyped.Type)
	case err != nil:
		return fmt.Errorf("the line is not JSON: %w", err)
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("the line goes on after the end of its JSON object")
	}
	return nil
}

func (row *jsonSentence) sentence(lang string) (Sentence, error) {
	s := Sentence{
		ID: row.ID, Lang: row.Lang, Source: row.Source, Split: row.Split, Scenario: row.Scenario, Article: row.Article,
		Tags: row.Tags, Text: row.Text, Complete: row.Complete == nil || *row.Complete,
	}
	if s.Lang == "" {
		s.Lang = lang
	}
	if row.Actors == nil {
		return s, wrongf("actors", "is missing: a sentence without actors has an empty list")
	}
	for i, a := range *row.Actors {
		actor, err := a.actor(fmt.Sprintf("actors[%d].", i))
		if err != nil {
			return s, err
		}
		s.Actors = append(s.Actors, actor)
	}
	if row.Speaker != nil {
		speaker, err := row.Speaker.actor("speaker.")
		if err != nil {
			return s, err
		}
		if len(speaker.Spans) > 0 {
			return s, wrongf("speaker.spans", "a speaker who is named in the sentence is one of its actors")
		}
		s.Speaker = &speaker
	}
	return s, nil
}

func (a *jsonActor) actor(prefix string) (Actor, error) {
	out := Actor{ID: a.ID, Key: a.Key, Sentiment: Unlabelled}
	for _, span := range a.Spans {
		if len(span) != 2 {
			return out, wrongf(prefix+"spans", "a span is [start, end), but here are %d numbers", len(span))
		}
		out.Spans = append(out.Spans, [2]int{span[0], span[1]})
	}
	var err error
	if a.Stance != nil {
		if out.Stance, err = stanceOf(prefix+"stance", *a.Stance); err != nil {
			return out, err
		}
	}
	if a.Sentiment != nil {
		if out.Sentiment, err = sentimentOf(prefix+"sentiment", *a.Sentiment); err != nil {
			return out, err
		}
	}
	return out, nil
}
