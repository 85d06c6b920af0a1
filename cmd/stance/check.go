package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"stance/eval/labelled"
)

// checkOptions are what `stance check` is told.
type checkOptions struct {
	Set     string
	Against []string
	Lang    string
	Tags    bool
}

func newCheckCommand() *cobra.Command {
	var opts checkOptions
	cmd := &cobra.Command{
		Use:   "check [flags] SET",
		Short: "Check a labelled set and count what is in it",
		Long: `Checks that a labelled set is fit to learn from and to be measured on: every line well formed, every
actor labelled, no story in two splits, no sentence that nearly repeats another one. Prints by
language and split how many sentences and actors there are, their labels, and their lengths.

` + exitHelp,
		Example: "  stance check datasets/gold\n  stance check my-labels.txt --against datasets/gold",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("check wants one set: a file or a folder")
			}
			opts.Set = args[0]
			return runCheck(opts, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringArrayVar(&opts.Against, "against", nil, "`SET` whose sentences must not be repeated; may be given again")
	flags.BoolVar(&opts.Tags, "tags", false, "count the tags of each language, too")
	flags.StringVar(&opts.Lang, "lang", labelled.Unknown, "language of sentences that do not say theirs")
	return cmd
}

// runCheck carries out `stance check`.
func runCheck(opts checkOptions, stdout, stderr io.Writer) error {
	set, err := labelled.Read(opts.Set, opts.Lang)
	if err != nil {
		return usageError{err}
	}
	var others []*labelled.Set
	for _, path := range opts.Against {
		other, err := labelled.Read(path, opts.Lang)
		if err != nil {
			return usageError{err}
		}
		others = append(others, other)
	}
	mixes := labelled.Mixes(set)
	if err := printMixes(stdout, mixes); err != nil {
		return err
	}
	if opts.Tags {
		printTags(stdout, mixes)
	}
	problems := labelled.Check(set, others...)
	for _, problem := range problems {
		fmt.Fprintf(stderr, "stance: %v\n", problem)
	}
	if len(problems) > 0 {
		fmt.Fprintf(stdout, "\n%d problems\n", len(problems))
		return silent{exitRejects}
	}
	_, err = fmt.Fprintln(stdout, "\nno problems")
	return err
}

func printMixes(out io.Writer, mixes []labelled.Mix) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "lang\tsplit\tsentences\tstories\tactors\tmentions\thawkish\tconcil.\tcondit.\tnone\tnegative\tpositive\tno stance\tno actor\tdiffer\tlength 10/50/90 %\t")
	for _, m := range mixes {
		actors, sentences := func(n int) string { return percent(n, m.Actors) }, func(n int) string { return percent(n, m.Sentences) }
		fmt.Fprintf(w, "%s\t%s\t%d\t%d\t%d\t%d\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%d/%d/%d\t\n", m.Lang, m.Split, m.Sentences, m.Stories, m.Actors, m.Mentions,
			actors(m.Stance[0]), actors(m.Stance[1]), actors(m.Stance[2]), actors(m.None), actors(m.Sentiment[0]), actors(m.Sentiment[2]),
			sentences(m.NoStance), sentences(m.NoActor), sentences(m.Mixed), m.Length[0], m.Length[1], m.Length[2])
	}
	return w.Flush()
}

func percent(n, of int) string {
	if of == 0 {
		return "-"
	}
	return fmt.Sprintf("%.0f %%", 100*float64(n)/float64(of))
}

// printTags prints how often each language has each tag, over all splits.
func printTags(out io.Writer, mixes []labelled.Mix) {
	byLang, langs := map[string]map[string]int{}, []string(nil)
	for _, m := range mixes {
		if byLang[m.Lang] == nil {
			byLang[m.Lang] = map[string]int{}
			langs = append(langs, m.Lang)
		}
		for tag, n := range m.Tags {
			byLang[m.Lang][tag] += n
		}
	}
	for _, lang := range langs {
		var parts []string
		for _, tag := range slices.Sorted(maps.Keys(byLang[lang])) {
			parts = append(parts, fmt.Sprintf("%s %d", tag, byLang[lang][tag]))
		}
		fmt.Fprintf(out, "%s: %s\n", lang, strings.Join(parts, ", "))
	}
}
