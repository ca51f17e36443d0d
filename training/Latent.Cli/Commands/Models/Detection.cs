using System.Diagnostics;
using Latent.Files;
using Latent.Runtime;

namespace Latent.Cli;

/// <summary>One run of <c>latent detect</c>: scores rows in chunks, prints anomalies as they are found, and prints a summary.</summary>
internal sealed class Detection(Autoencoder model, Threshold threshold, VerdictWriter? writer, HeatMapFolder? heatMaps, Invocation call)
{
    private readonly long began = Stopwatch.GetTimestamp();
    private readonly JsonListAnswer json = new(call.Terminal.Out, "anomalies");

    // Single pixels of an image do not explain its score.
    private readonly bool hasContributions = model.Manifest.Input.Image is null;
    private long rows;
    private long anomalies;
    private double limit;

    public void Add(RowChunk part)
    {
        var verdicts = model.Detect(part.Values.Span, threshold);
        var contributions = hasContributions ? Explain(part, verdicts) : [];
        for (var i = 0; i < verdicts.Count; i++)
            Take(verdicts[i] with { Row = rows + i }, part.Names?[i], contributions.GetValueOrDefault(i));
        heatMaps?.Add(part, rows);
        rows += verdicts.Count;
        limit = verdicts[0].Threshold;
    }

    public void Answer(string bundle, string? path, string? maps)
    {
        var speed = rows / Stopwatch.GetElapsedTime(began).TotalSeconds;
        if (call.IsJson)
        {
            json.Complete(new
            {
                bundle,
                rows,
                threshold = limit,
                quantile = NumberOf(ThresholdKind.Quantile),
                falsePositiveRate = NumberOf(ThresholdKind.FalsePositiveRate),
                anomalyCount = anomalies,
                rowsPerSecond = Math.Round(speed),
                @out = path,
                heatMaps = maps,
            });
        }
        else
        {
            call.Terminal.Out.WriteLine(Summary(path, maps, speed));
        }
    }

    /// <summary>Explains the anomalies of a chunk, by their position in it.</summary>
    private Dictionary<int, Explanation> Explain(RowChunk part, IReadOnlyList<Verdict> verdicts)
    {
        int[] positions = [.. Enumerable.Range(0, verdicts.Count).Where(position => verdicts[position].IsAnomaly)];
        if (positions.Length == 0)
            return [];

        float[] values = [.. positions.SelectMany(position => part.Values.Slice(position * model.InputSize, model.InputSize).ToArray())];
        return positions.Zip(model.Explain(values, threshold)).ToDictionary();
    }

    private void Take(Verdict verdict, string? name, Explanation? explanation)
    {
        writer?.Add(verdict, name, explanation?.ContributionsText);
        if (!verdict.IsAnomaly)
            return;

        anomalies++;
        if (call.IsJson)
        {
            // The JSON field 'causes' stays for compatibility.
            var causes = explanation?.Contributions.Select(contribution => new { feature = contribution.Name, share = contribution.Share });
            json.Add(new { row = verdict.Row, score = verdict.Score, name, causes });
        }
        else
        {
            call.Terminal.Out.WriteLine(
                $"{(explanation is null ? verdict : explanation with { Verdict = verdict })}{(name is null ? "" : $"  {name}")}");
        }
    }

    private double? NumberOf(ThresholdKind kind) => threshold.Kind == kind ? threshold.Number : null;

    private string Summary(string? path, string? maps, double speed)
    {
        var share = NumberText.Short(100.0 * anomalies / rows);
        var source = threshold.Kind == ThresholdKind.Score ? "" : $" ({threshold})";
        var written = (path is null ? "" : $"; every verdict is in {path}") + (maps is null ? "" : $"; heat maps are in {maps}");
        return
            $"{NumberText.Count(anomalies)} of {NumberText.Count(rows)} rows ({share} " +
            $"%) are above the threshold {NumberText.Short(limit)}{source}, {NumberText.Count((long)speed)} rows/s{written}";
    }
}
