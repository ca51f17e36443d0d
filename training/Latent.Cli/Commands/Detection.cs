using System.Diagnostics;
using Latent.Runtime;

namespace Latent.Cli;

/// <summary>One run of <c>latent detect</c>: judges rows part by part, prints anomalies as they come, and sums up.</summary>
internal sealed class Detection(Autoencoder model, Threshold threshold, VerdictWriter? writer, HeatMapFolder? heatMaps, Invocation call)
{
    private readonly long began = Stopwatch.GetTimestamp();
    private readonly JsonListAnswer forMachine = new(call.Terminal.Out, "anomalies");

    // Of a picture no single pixel says anything.
    private readonly bool hasCauses = model.Manifest.Input.Image is null;
    private long rows;
    private long anomalies;
    private double limit;

    public void Add(RowChunk part)
    {
        var verdicts = model.Detect(part.Values.Span, threshold);
        var contributions = hasCauses ? Explain(part, verdicts) : [];
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
            forMachine.Complete(new { bundle, rows, threshold = limit, quantile = NumberOf(ThresholdKind.Quantile), falsePositiveRate = NumberOf(ThresholdKind.FalsePositiveRate), anomalyCount = anomalies, rowsPerSecond = Math.Round(speed), @out = path, heatMaps = maps });
        else
            call.Terminal.Out.WriteLine(Summary(path, maps, speed));
    }

    /// <summary>The reasons of those rows of a part that are anomalies, by their place in it.</summary>
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
        writer?.Add(verdict, name, explanation?.CausesText);
        if (!verdict.IsAnomaly)
            return;

        anomalies++;
        if (call.IsJson)
            forMachine.Add(new { row = verdict.Row, score = verdict.Score, name, causes = explanation?.Contributions.Select(contribution => new { feature = contribution.Name, share = contribution.Share }) });
        else
            call.Terminal.Out.WriteLine($"{(explanation is null ? verdict : explanation with { Verdict = verdict })}{(name is null ? "" : $"  {name}")}");
    }

    private double? NumberOf(ThresholdKind kind) => threshold.Kind == kind ? threshold.Number : null;

    private string Summary(string? path, string? maps, double speed)
    {
        var share = NumberText.Short(100.0 * anomalies / rows);
        var source = threshold.Kind == ThresholdKind.Score ? "" : $" ({threshold})";
        var written = (path is null ? "" : $"; every verdict is in {path}") + (maps is null ? "" : $"; heat maps are in {maps}");
        return $"{NumberText.Count(anomalies)} of {NumberText.Count(rows)} rows ({share} %) are above the threshold {NumberText.Short(limit)}{source}, {NumberText.Count((long)speed)} rows/s{written}";
    }
}
