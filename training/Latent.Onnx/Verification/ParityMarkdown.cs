using System.Globalization;
using System.Text;

namespace Latent.Onnx;

/// <summary>Writes a comparison as Markdown, with all that is needed to reproduce it.</summary>
internal static class ParityMarkdown
{
    public static string Format(ParityReport report)
    {
        var text = new StringBuilder();
        var verdict = report.Agrees ? "agrees with" : "differs from";
        text.Append(CultureInfo.InvariantCulture, $"# ONNX Runtime {verdict} TorchSharp\n\n{report.Summary}\n\n");
        text.Append("| output | sample | type | shape | max abs | max rel | |\n|---|---|---|---|---|---|---|\n");
        foreach (var output in report.Outputs)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {output.Output} | {output.Sample} | {output.Type} | {output.Shape} | {output.MaxAbsolute:0.###e+00} " +
                $"| {output.MaxRelative:0.###e+00} | {output.Mismatch ?? (report.IsWithin(output) ? "agrees" : "differs")} |\n");
        }

        if (report.Divergence is { } divergence)
            AppendDivergence(text, divergence);
        return text.Append("\n## To reproduce\n\n").Append(report.Reproduction).ToString();
    }

    private static void AppendDivergence(StringBuilder text, Divergence divergence) => text.Append(
        CultureInfo.InvariantCulture,
        $"""

        ## The first node that differs

        - node: `{divergence.Node}`
        - operator: `{divergence.Operator}`
        - module: `{divergence.Layer}` at `{divergence.Path}`
        - difference: {divergence.Difference:0.###e+00}
        - between what agrees and the node: {string.Join(", ", divergence.Suspects.Select(node => $"`{node}`"))}

        """);
}
