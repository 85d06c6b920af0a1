package main

import (
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"stance/eval"
	"stance/eval/labelled"
)

func newAgreeCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "agree FIRST SECOND",
		Short: "Say how alike two people labelled the same sentences",
		Long: `Compares a second labelling with the first, by language: F1 of overlapping mentions, and of the
mentions that both marked, Cohen's kappa of their stances (the whole set of them) and of their
sentiment, with the share of equal labels. Sentences are found by their ids.

` + exitHelp,
		Example: "  stance agree datasets/gold datasets/second",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usagef("agree wants two labellings: stance agree FIRST SECOND")
			}
			return runAgree(args[0], args[1], cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
}

// runAgree carries out `stance agree`.
func runAgree(firstPath, secondPath string, stdout, stderr io.Writer) error {
	var sets []*labelled.Set
	for _, path := range []string{firstPath, secondPath} {
		set, err := labelled.Read(path, labelled.Unknown)
		if err != nil {
			return usageError{err}
		}
		printProblems(stderr, set)
		sets = append(sets, set)
	}
	agreements, err := eval.Agree(sets[0], sets[1])
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "lang\tsentences\tmentions\tF1\tstance kappa\tequal\tsentiment kappa\tequal\t")
	for _, a := range agreements {
		fmt.Fprintf(w, "%s\t%d\t%d / %d\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t\n", a.Lang, a.Sentences, a.Mentions[0], a.Mentions[1],
			a.MentionF1, a.Stance.Kappa, a.Stance.Equal, a.Sentiment.Kappa, a.Sentiment.Equal)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return rejected(sets)
}
