package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"stance/model"
)

// version is set by the linker: -ldflags "-X main.version=1.2.3".
var version string

// programVersion is the version given at build time, else what the build knows of the sources.
func programVersion() string {
	if version != "" {
		return version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	revision, modified := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			revision = "-" + s.Value[:min(len(s.Value), 12)]
		case s.Key == "vcs.modified" && s.Value == "true":
			modified = "-modified"
		}
	}
	return "devel" + revision + modified
}

func newVersionCommand() *cobra.Command {
	var opts modelOptions
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Print the versions of the program, its model and its libraries",
		Args:  noArguments,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runVersion(opts, cmd.OutOrStdout())
		},
	}
	opts.addFlags(cmd.Flags())
	return cmd
}

// runVersion prints what is known; a part that is missing is said so and no error: doctor
// tells what to do about it.
func runVersion(opts modelOptions, stdout io.Writer) error {
	w := tabwriter.NewWriter(stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "stance\t%s\n", programVersion())
	if info, err := opts.describe(); err != nil {
		fmt.Fprintf(w, "model\tnot usable: %v\n", err)
	} else {
		fmt.Fprintf(w, "model\t%s %s, %s\n", info.Name, info.Version, info.Hash)
	}
	if path, v, err := model.Runtime(opts.Library); err != nil {
		fmt.Fprintf(w, "ONNX Runtime\tnot usable: %v\n", err)
	} else {
		fmt.Fprintf(w, "ONNX Runtime\t%s, %s\n", v, path)
	}
	fmt.Fprintf(w, "Go\t%s %s/%s\n", runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return w.Flush()
}

// noArguments refuses arguments, as a mistake of usage.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usagef("`%s` takes no argument, but got %q", cmd.CommandPath(), args[0])
	}
	return nil
}
