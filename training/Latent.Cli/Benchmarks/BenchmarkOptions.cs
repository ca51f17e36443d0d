using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Latent.Cli;

/// <summary>Options that several benchmarks share.</summary>
internal static class BenchmarkOptions
{
    public static Option<string> Data() => new("--data") { Description = "Use this data instead of the recipe's.", HelpName = "DATA" };

    public static Option<string[]> Changes() => new("--set")
    {
        Description = "Change a value of the recipe, such as fit.epochs=3. May be given several times.",
        HelpName = "KEY=VALUE",
        DefaultValueFactory = _ => [],
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Seeds of first weights, order and draws.</summary>
    public static Option<ulong[]> Seeds(params ulong[] standard) => new("--seeds")
    {
        Description = "Values of fit.seed, with commas between them.",
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
                result.AddError($"--seeds takes whole numbers of at least 0 with commas between them. Received: {text}.");
        }

        return [.. seeds];
    }
}
