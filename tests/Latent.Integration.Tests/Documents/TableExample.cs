using Latent.Runtime;

namespace Latent.Integration.Tests;

/// <summary>The example "Tables with anomalies" of docs/applications.md.</summary>
internal static class TableExample
{
    public static void Run()
    {
        using var model = Autoencoder.Load("artifacts/models/table-anomalies");
        var row = model.Table.Read(File.ReadLines("new.csv").Last().Split(','));
        Console.WriteLine(model.Explain(row, Threshold.Quantile(0.999))[0]);
    }
}
