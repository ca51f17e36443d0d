using System.Globalization;
using System.Text;
using Latent.Runtime;
using Latent.Sequences;

namespace Latent.Integration.Tests;

/// <summary>
/// Runs every operation of a model on its golden rows and formats the means of a few blocks of each row, so that every value counts.
/// </summary>
internal static class CommandText
{
    private const int Blocks = 7;
    private const int Samples = 4;
    private const long Seed = 42;

    public static string Format(Autoencoder model)
    {
        var rows = model.Bundle.ReadGolden("encode")!.Inputs[0].Floats!;
        var codes = model.Encode(rows);
        var text = new StringBuilder();
        Append(text, "encode: mean", codes.Mean, model.LatentSize);
        if (codes.LogVariance is not null)
            Append(text, "encode: log variance", codes.LogVariance, model.LatentSize);
        var decodes = model.Graphs.Contains("decode");
        if (decodes)
        {
            Append(text, "decode", model.Decode(codes.Mean), model.InputSize);
            Append(text, "reconstruct", model.Reconstruct(rows), model.InputSize);
        }

        Append(text, "score", model.Score(rows).Values, 1);
        AppendVerdicts(text, model.Detect(rows));
        if (decodes)
            Append(
                text,
                "interpolate",
                model.Interpolate(rows.AsSpan(0, model.InputSize), SecondOf(rows, model.InputSize), 3),
                model.InputSize);
        if (model.Manifest.Latent.Prior is not null)
        {
            if (decodes)
                Append(text, "sample", model.Sample(Samples, Seed), model.InputSize);
            Append(text, "sample posterior", model.SamplePosterior(rows, Seed), model.LatentSize);
        }

        return text.ToString();
    }

    // A large image has only one golden row: its reverse serves as the second end.
    private static float[] SecondOf(float[] rows, int size) => rows.Length > size ? rows[size..(2 * size)] : [.. rows.Reverse()];

    /// <summary>Runs the operations of a sentence model on a few sentences.</summary>
    public static string Format(SentenceModel model, IReadOnlyList<string> sentences) => string.Join('\n', [
        "reconstruct", .. model.Reconstruct(sentences),
        "reconstruct with three beams", .. model.Reconstruct(sentences, new DecodingOptions { Beams = 3 }),
        "paraphrase", .. model.Paraphrase(sentences[0], count: 3, temperature: 0.7, Seed),
        "interpolate", .. model.Interpolate(sentences[0], sentences[1], steps: 4),
        "sample", .. model.Sample(Samples, Seed),
        "sample from the nucleus", .. model.Sample(Samples, Seed, options: new DecodingOptions { Temperature = 0.8, TopP = 0.9 }),
    ]);

    private static void Append(StringBuilder text, string operation, float[] values, int rowSize)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"{operation}, {values.Length / rowSize} rows of {rowSize}, mean {values.Average():F6}\n");
        foreach (var row in values.Chunk(rowSize))
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {string.Join(" ", BlockMeans(row).Select(value => value.ToString("F6", CultureInfo.InvariantCulture)))}\n");
    }

    private static IEnumerable<float> BlockMeans(float[] row)
        => row.Chunk(Math.Max(1, row.Length / Blocks)).Select(block => block.Average());

    private static void AppendVerdicts(StringBuilder text, IEnumerable<Verdict> verdicts)
    {
        text.Append("detect\n");
        foreach (var verdict in verdicts)
            text.Append(
                CultureInfo.InvariantCulture,
                $"  row {verdict.Row}: {verdict.Score:F6}, {(verdict.IsAnomaly ? "anomaly" : "normal")}\n");
    }
}
