// Command stance finds the political actors in every sentence of news articles, scores each
// one's stance and writes Parquet tables.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

func main() {
	ctx := interruptible(context.Background(), os.Stderr)
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run runs one command line and returns its exit code. Errors go to stderr as sentences.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) (code int) {
	defer func() {
		if p := recover(); p != nil {
			fmt.Fprintf(stderr, "stance: internal error: %v; please report it, with the command line\n", p)
			code = exitFailed
		}
	}()
	root := newRoot(stdout, stderr)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err != nil && !errors.As(err, new(silent)) {
		fmt.Fprintf(stderr, "stance: %v\n", err)
	}
	return exitCode(err)
}

func newRoot(stdout, stderr io.Writer) *cobra.Command {
	root := &cobra.Command{
		Use:   "stance",
		Short: "Who is hawkish, who is conciliatory, who sets conditions: actors and their stance in news articles",
		Long: `stance finds the political actors in every sentence of news articles in 13 languages, says
of each whether it is hawkish, conciliatory or conditional and how it is portrayed, and
writes Parquet tables.

` + exitHelp,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usagef("there is no command %q; `stance --help` lists them", args[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return cmd.Help() },
	}
	root.SetOut(stdout)
	root.SetErr(stderr)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usagef("%v; `%s --help` lists the flags", err, cmd.CommandPath())
	})
	root.AddCommand(newRunCommand(), newEvalCommand(), newConvertCommand(), newCheckCommand(), newAgreeCommand(), newDoctorCommand(), newVersionCommand())
	return root
}

// interruptible returns a context that ends with the first Ctrl-C (or SIGTERM): a run then
// finishes what it is scoring and commits it. The second one ends the program on the spot; the
// next run finds the output as the last commit left it.
func interruptible(parent context.Context, stderr io.Writer) context.Context {
	ctx, cancel := context.WithCancel(parent)
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-signals
		fmt.Fprintln(stderr, "stance: stopping after the sentences that are being scored; interrupt once more to stop at once")
		cancel()
		<-signals
		os.Exit(exitInterrupted)
	}()
	return ctx
}
