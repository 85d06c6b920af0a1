package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"stance/model"
	"stance/pipeline"
)

// printSummary prints a run's summary as a table for people.
func printSummary(out io.Writer, s pipeline.Summary) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	line := func(name, format string, args ...any) { fmt.Fprintf(w, name+"\t"+format+"\n", args...) }
	if s.Interrupted {
		line("interrupted", "there is input left: run again to go on")
	}
	line("articles", "%d read: %d new, %d replaced, %d unchanged%s", s.Read, s.New, s.Replaced, s.Unchanged, emptyNote(s))
	if s.BadDates > 0 {
		line("dates", "%d could not be understood; those articles count under the run's date", s.BadDates)
	}
	line("sentences", "%d%s", s.Sentences, languages(s.Languages))
	line("mentions", "%d", s.Mentions)
	line("stance", "%s", counts(model.StanceNames, s.Stance))
	line("sentiment", "%s", counts(model.SentimentNames, s.Sentiment))
	line("rejects", "%d", s.Rejects)
	line("time", "%.1f s, %.0f sentences/s, %.0f tokens/s, the model computing %.0f %% of it", s.Elapsed.Seconds(), s.SentencesPerSecond(), s.TokensPerSecond(), 100*s.ModelShare())
	line("memory", "%d MB at most", s.PeakMemory/1e6)
	line("model", "%s", modelName(s.Model))
	if err := w.Flush(); err != nil {
		return err
	}
	printActors(out, s.Actors)
	printRejects(out, s)
	_, err := fmt.Fprintf(out, "\nThe tables are in %s; open them with\n  %s\n", s.Out, opener(s.Out))
	return err
}

func emptyNote(s pipeline.Summary) string {
	if s.Empty == 0 {
		return ""
	}
	return fmt.Sprintf(" (%d without a sentence)", s.Empty)
}

func languages(all []pipeline.LanguageCount) string {
	if len(all) == 0 {
		return ""
	}
	parts := make([]string, len(all))
	for i, l := range all {
		parts[i] = fmt.Sprintf("%s %d", l.Lang, l.Sentences)
	}
	return ": " + strings.Join(parts, ", ")
}

func counts(names [3]string, n [3]int) string {
	return fmt.Sprintf("%s %d, %s %d, %s %d", names[0], n[0], names[1], n[1], names[2], n[2])
}

// modelName says which model it is, with as much of its hash as tells it from others.
func modelName(m model.Info) string {
	return fmt.Sprintf("%s %s (%.12s)", m.Name, m.Version, m.Hash)
}

func printActors(out io.Writer, actors []pipeline.ActorCount) {
	if len(actors) == 0 {
		return
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "\nactor\tmentions\t%s\n", strings.Join(model.StanceNames[:], "\t"))
	for _, a := range actors {
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\n", a.Name, a.Mentions, a.Stance[0], a.Stance[1], a.Stance[2])
	}
	w.Flush()
}

func printRejects(out io.Writer, s pipeline.Summary) {
	if s.Rejects == 0 {
		return
	}
	fmt.Fprintf(out, "\nCould not be used:\n")
	for _, r := range s.FirstRejects {
		where := r.Path
		if r.Line > 0 {
			where = fmt.Sprintf("%s:%d", r.Path, r.Line)
		}
		fmt.Fprintf(out, "  %s: %s\n", where, r.Reason)
	}
	if more := s.Rejects - len(s.FirstRejects); more > 0 {
		fmt.Fprintf(out, "  and %d more in the table rejects\n", more)
	}
}

// opener is a shell command that shows the first mentions.
func opener(out string) string {
	path := filepath.ToSlash(filepath.Join(out, "mentions"))
	python := strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(path)
	shell := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "$", `\$`, "`", "\\`").Replace(fmt.Sprintf("import pandas as pd; print(pd.read_parquet('%s').head())", python))
	return `python3 -c "` + shell + `"`
}
