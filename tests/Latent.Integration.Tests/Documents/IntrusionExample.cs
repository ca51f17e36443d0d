using Latent.Runtime;

namespace Latent.Integration.Tests;

/// <summary>The example "Network intrusion" of docs/applications.md, which contains the body of Run.</summary>
internal static class IntrusionExample
{
    public static void Run(string file)
    {
        using var model = Autoencoder.Load("models/nslkdd-vae");

        foreach (var line in File.ReadLines(file))                       // 41 columns: 0,tcp,http,SF,181,5450,...
        {
            var connection = model.Table.Read(line.Split(','));          // categories become indices of the bundle's vocabulary
            foreach (var verdict in model.Explain(connection))           // above the alarm of the bundle, the 0.95 quantile
                if (verdict.Verdict.IsAnomaly)
                    Console.WriteLine(verdict);                          // row 0: score 3.53 > threshold 1.49: service 24 %, ...
        }
    }
}
