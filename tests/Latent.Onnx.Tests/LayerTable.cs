using System.Globalization;
using System.Text;

namespace Latent.Onnx.Tests;

/// <summary>The table of supported layers in docs/exporter.md: each with its rows of the parity table.</summary>
internal static class LayerTable
{
    public static string Write()
    {
        var rows = ParityTable.Rows.Select(row => (row.Name, row.Tolerance, Layers: LayersOf(row))).ToArray();
        var text = new StringBuilder("| layer | rows | tolerance | configurations, among others |\n|---|---:|---:|---|\n");
        foreach (var layer in CompletenessTests.Layers.Order(StringComparer.Ordinal))
        {
            var proving = rows.Where(row => row.Layers.Contains(layer)).ToArray();
            var own = proving.Where(
                row =>
                    row.Name.StartsWith(layer, StringComparison.Ordinal)).Select(row =>
                        row.Name[layer.Length..].TrimStart(',', ' ')).Where(name => name.Length > 0).Distinct();
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {layer} | {proving.Length} | {proving.Max(row => row.Tolerance):0e+00} | {string.Join("; ", own)} |\n");
        }

        return text.ToString();
    }

    private static HashSet<string> LayersOf(ParityRow row)
    {
        using var layer = row.Make();
        return [.. layer.named_modules().Select(entry => ModuleNames.KindOf(entry.module)), ModuleNames.KindOf(layer)];
    }
}
