using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Latent.Cli;

/// <summary>Options shared by several benchmarks.</summary>
internal static class BenchmarkOptions
{
    public static Option<string> Data() => new("--data") { Description = "Use this data instead of the recipe's.", HelpName = "DATA" };

    public static Option<string[]> Changes() => new("--set")
    {
        Description = "Override a recipe value, such as fit.epochs=3. Can be repeated.",
        HelpName = "KEY=VALUE",
        DefaultValueFactory = _ => [],
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Seeds of the initial weights, the row order and the sampling.</summary>
    public static Option<ulong[]> Seeds(params ulong[] standard) => new("--seeds")
    {
        Description = "Values of fit.seed, separated by commas.",
        HelpName = "N,N,...",
        DefaultValueFactory = _ => standard,
        CustomParser = Read,
    };

    private static ulong[] Read(ArgumentResult result)
    {
        var seeds = new List<ulong>();
        foreach (var text in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
                seeds.Add(seed);
            else
                result.AddError($"--seeds takes whole numbers of at least 0, separated by commas. Received: {text}.");
        }

        return [.. seeds];
    }
}
