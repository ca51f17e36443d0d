using Latent.Runtime;

namespace Latent.Cli;

/// <summary>One run of <c>latent detect</c>: judges rows part by part, prints anomalies as they come, and sums up.</summary>
internal sealed class Detection(Autoencoder model, Threshold threshold, VerdictWriter? writer, Invocation call)
{
    private readonly List<object> forMachine = [];
    private long rows;
    private long anomalies;
    private double limit;

    public void Add(RowPart part)
    {
        var verdicts = model.Detect(part.Values.Span, threshold);
        for (var i = 0; i < verdicts.Count; i++)
            Take(verdicts[i] with { Row = rows + i }, part.Names?[i]);
        rows += verdicts.Count;
        limit = verdicts[0].Threshold;
    }

    public void Answer(string bundle, string? path) => call.Answer(
        new { bundle, rows, threshold = limit, quantile = threshold.IsQuantile ? threshold.Number : (double?)null, anomalyCount = anomalies, anomalies = forMachine, @out = path },
        Summary(path));

    private void Take(Verdict verdict, string? name)
    {
        writer?.Add(verdict, name);
        if (!verdict.IsAnomaly)
            return;

        anomalies++;
        if (call.IsJson)
            forMachine.Add(new { row = verdict.Row, score = verdict.Score, name });
        else
            call.Terminal.Out.WriteLine(name is null ? $"{verdict}" : $"{verdict}  {name}");
    }

    private string Summary(string? path)
    {
        var share = Numbers.Short(100.0 * anomalies / rows);
        var source = threshold.IsQuantile ? $" ({threshold})" : "";
        var written = path is null ? "" : $"; every verdict is in {path}";
        return $"{Numbers.Count(anomalies)} of {Numbers.Count(rows)} rows ({share} %) are above the threshold {Numbers.Short(limit)}{source}{written}";
    }
}
