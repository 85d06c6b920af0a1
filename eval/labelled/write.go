package labelled

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"stance/model"
)

// WriteJSONL writes sentences in the project's own format, one a line.
func WriteJSONL(w io.Writer, sentences []Sentence) error {
	out := bufio.NewWriter(w)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for i := range sentences {
		if err := encoder.Encode(jsonOf(&sentences[i])); err != nil {
			return err
		}
	}
	return out.Flush()
}

func jsonOf(s *Sentence) jsonSentence {
	row := jsonSentence{
		ID: s.ID, Lang: s.Lang, Source: s.Source, Split: s.Split, Scenario: s.Scenario, Article: s.Article, Tags: s.Tags, Text: s.Text,
	}
	if s.Lang == Unknown {
		row.Lang = ""
	}
	actors := []jsonActor{}
	for _, a := range s.Actors {
		actors = append(actors, jsonActorOf(a))
	}
	row.Actors = &actors
	if s.Speaker != nil {
		speaker := jsonActorOf(*s.Speaker)
		row.Speaker = &speaker
	}
	if !s.Complete {
		row.Complete = &s.Complete
	}
	return row
}

func jsonActorOf(a Actor) jsonActor {
	out := jsonActor{ID: a.ID, Key: a.Key}
	for _, span := range a.Spans {
		out.Spans = append(out.Spans, span[:])
	}
	if a.Stance != nil {
		names := StanceNames(*a.Stance)
		out.Stance = &names
	}
	if a.Sentiment != Unlabelled {
		name := model.SentimentNames[a.Sentiment]
		out.Sentiment = &name
	}
	return out
}

// WriteNotation writes sentences in the inline notation: their ids, tags and texts in columns,
// and what they have in common in lines above them. A text that the notation cannot hold is an error.
func WriteNotation(w io.Writer, sentences []Sentence) error {
	out := bufio.NewWriter(w)
	said := map[string]string{"complete": "yes"}
	say := func(name, value string) {
		if said[name] != value {
			fmt.Fprintf(out, "%%%s: %s\n", name, value)
			said[name] = value
		}
	}
	for i := range sentences {
		s := &sentences[i]
		marked, err := s.marked()
		if err == nil {
			err = s.plain()
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", s.Path, s.Line, err)
		}
		say("lang", s.Lang)
		say("source", s.Source)
		say("split", s.Split)
		say("scenario", s.Scenario)
		say("article", s.Article)
		complete := "yes"
		if !s.Complete {
			complete = "no"
		}
		say("complete", complete)
		fmt.Fprintf(out, "%s\t%s\t%s\n", s.ID, strings.Join(s.Tags, ","), marked)
	}
	return out.Flush()
}

// plain tells whether the notation has a way to write what is said of the sentence.
func (s *Sentence) plain() error {
	tags := strings.Join(s.Tags, ",")
	for field, value := range map[string]string{
		"id": s.ID, "tags": tags, "lang": s.Lang, "source": s.Source, "split": s.Split, "scenario": s.Scenario, "article": s.Article,
	} {
		odd := strings.ContainsAny(value, "\t\n\r") || value != strings.TrimSpace(value)
		if odd || field == "id" && (value == "" || strings.ContainsAny(value[:1], "#%\ufeff")) || field == "tags" && strings.Count(tags, ",") > max(len(s.Tags)-1, 0) {
			return wrongf(field, "the notation has no way to write %q there", value)
		}
	}
	return nil
}
