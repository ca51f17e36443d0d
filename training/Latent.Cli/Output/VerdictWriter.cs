using Latent.Files;
using Latent.Runtime;

namespace Latent.Cli;

/// <summary>Writes verdicts incrementally, as a table with one row per verdict or as an array of scores.</summary>
internal sealed class VerdictWriter : IDisposable
{
    private readonly OutputPath output;
    private readonly CsvWriter? table;
    private readonly List<float> scores = [];

    public VerdictWriter(OutputPath output)
    {
        this.output = output;
        if (output.Kind != OutputKind.Csv)
            return;
        table = new(output.Path);
        // The column name 'causes' stays for compatibility.
        table.Fields(["row", "score", "threshold", "anomaly", "name", "causes"]).EndRecord();
    }

    public void Add(Verdict verdict, string? name, string? contributions)
    {
        if (table is null)
            scores.Add(verdict.Score);
        else
            table.Field(verdict.Row).Field(verdict.Score).Field(verdict.Threshold).Field(verdict.IsAnomaly ? 1L : 0L).Field(name ?? "")
                .Field(contributions ?? "")
                .EndRecord();
    }

    /// <summary>Publishes the complete file.</summary>
    public void Complete()
    {
        if (table is null)
            NpyFile.Write(output.Path, scores.ToArray(), scores.Count);
        else
            table.Complete();
    }

    public void Dispose() => table?.Dispose();
}
