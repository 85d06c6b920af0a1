package main

import (
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"stance/eval/labelled"
)

// convertOptions are what `stance convert` is told.
type convertOptions struct {
	Set, Out string
	Lang     string
}

func newConvertCommand() *cobra.Command {
	var opts convertOptions
	cmd := &cobra.Command{
		Use:   "convert [flags] SET OUT",
		Short: "Turn labelled sentences from one format into another",
		Long: `Reads labelled sentences in any format that eval reads and writes them as OUT says by its ending:
.jsonl for the project's format, .txt for the inline notation, in which they are easily written and
corrected by hand:

  %lang: en
  wire	[[Rubio|H|0|1]] said [[he|H|0|1]] would not wait for [[Iran|-|0]].

A mark is [[mention|stance|sentiment]]: stance is - or letters of HCD (hawkish, conciliatory,
conditional) in this order, sentiment n, 0 or p (negative, neutral, positive), and ? stands for a
label that is not given. A fourth field ties several mentions of one actor together, a fifth is
his id in the registry. A mark without words is a speaker who is not named.

` + exitHelp,
		Example: `  stance convert my-labels.txt my-labels.jsonl
  stance convert datasets/gold/fa.jsonl fa.txt`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usagef("convert wants a set and the file to write: stance convert SET OUT")
			}
			opts.Set, opts.Out = args[0], args[1]
			return runConvert(opts, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	cmd.Flags().StringVar(&opts.Lang, "lang", labelled.Unknown, "language of sentences that do not say theirs")
	return cmd
}

// runConvert carries out `stance convert`.
func runConvert(opts convertOptions, stdout, stderr io.Writer) error {
	write, ok := map[string]func(io.Writer, []labelled.Sentence) error{".jsonl": labelled.WriteJSONL, ".txt": labelled.WriteNotation}[filepath.Ext(opts.Out)]
	if !ok {
		return usagef("%s does not say its format: end its name with .jsonl or .txt", opts.Out)
	}
	set, err := labelled.Read(opts.Set, opts.Lang)
	if err != nil {
		return usageError{err}
	}
	printProblems(stderr, set)
	if err := writeFile(opts.Out, func(w io.Writer) error { return write(w, set.Sentences) }); err != nil {
		return err
	}
	if _, err := fmt.Fprintf(stdout, "%s: %d sentences\n", opts.Out, len(set.Sentences)); err != nil {
		return err
	}
	return rejected([]*labelled.Set{set})
}
