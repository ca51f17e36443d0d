using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Latent.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Benchmarks;

/// <summary>Measures time and memory of exports, compared with writing the same number of bytes.</summary>
internal static class ExporterBenchmark
{
    private const string FirstCase = "784-400-20 VAE, verified, the first export of a process";
    private const int Rounds = 7;
    private const long Width = 4096;
    private const int Layers = 6;

    public static IReadOnlyList<ExporterResult> Run(Action<string> log)
    {
        var folder = Directory.CreateTempSubdirectory("latent-bench-");
        try
        {
            using var large = Large();
            using var vae = new ReferenceVae();
            vae.eval();
            var row = Inputs.Create(("x", [Dim.Batch, Width]));

            // The large model without verification comes first, because the process keeps the memory that ONNX Runtime allocates.
            return
            [
                Measure("100 million parameters, written", large, row, new ExportOptions(), folder.FullName, log, isVerified: false),
                Measure(
                    "100 million parameters, written as external data", large, row,
                    new ExportOptions { Weights = WeightPlacement.External }, folder.FullName, log, isVerified: false),
                Measure("784-400-20 VAE, written", vae, ReferenceVae.Inputs, new ExportOptions(), folder.FullName, log, isVerified: false),
                Log(First(), log),
                Measure(
                    "784-400-20 VAE, verified at three batch sizes",
                    vae,
                    ReferenceVae.Inputs,
                    new ExportOptions(),
                    folder.FullName,
                    log),
                Measure(
                    "100 million parameters, verified at three batch sizes", large, row,
                    new ExportOptions { Weights = WeightPlacement.External }, folder.FullName, log),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Exports the VAE once in a new process, and prints the measurements.</summary>
    public static void RunFirst()
    {
        var folder = Directory.CreateTempSubdirectory("latent-bench-");
        try
        {
            using var vae = new ReferenceVae();
            vae.eval();
            Console.WriteLine(
                JsonSerializer.Serialize(MeasureOnce(FirstCase, vae, ReferenceVae.Inputs, new ExportOptions(), folder.FullName)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The median of several processes.
    private static ExporterResult First()
        => Enumerable.Range(0, Rounds).Select(_ => StartFirst()).OrderBy(result => result.Milliseconds).ElementAt(Rounds / 2);

    private static ExporterResult StartFirst()
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [typeof(ExporterBenchmark).Assembly.Location, "exporter", "first"])
        { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<ExporterResult>(output)!
            : throw new InvalidOperationException($"The exporting process ended with exit code {process.ExitCode}; its message is above.");
    }

    private static Sequential Large()
    {
        var model = Sequential([.. Enumerable.Range(0, Layers).Select(i => ($"{i}", (Module<Tensor, Tensor>)Linear(Width, Width)))]);
        model.eval();
        return model;
    }

    private static ExporterResult Measure(
        string name,
        Module model,
        Inputs inputs,
        ExportOptions options,
        string folder,
        Action<string> log,
        bool isVerified = true)
    {
        var before = Memory.Resident();
        var rounds = Enumerable.Range(0, Rounds).Select(_ => MeasureOnce(name, model, inputs, options, folder, isVerified)).ToArray();
        return Log(
            rounds[0] with
            {
                Milliseconds = Median(rounds.Select(round => round.Milliseconds)),
                CopyMilliseconds = Median(rounds.Select(round => round.CopyMilliseconds)),
                PeakBytes = rounds.Max(round => round.PeakBytes),
                BeforeBytes = before,
            },
            log);
    }

    private static ExporterResult MeasureOnce(
        string name,
        Module model,
        Inputs inputs,
        ExportOptions options,
        string folder,
        bool isVerified = true)
    {
        var weights = model.state_dict().Values.Sum(tensor => tensor.numel() * sizeof(float));
        var before = Memory.Resident();
        Memory.ResetPeak();
        var path = Path.Combine(folder, "model.onnx");
        var export = Time(
            () => _ = isVerified ? OnnxExporter.Export(model, path, inputs, options) : OnnxExporter.Record(model, path, inputs, options));
        var peak = Memory.Peak();
        return new(name, export, Time(() => Copy(model, Path.Combine(folder, "copy"))), peak, before, weights);
    }

    private static ExporterResult Log(ExporterResult result, Action<string> log)
    {
        log(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {result.Case,-58} {result.Milliseconds,8:F1} ms   copy {result.CopyMilliseconds,8:F1} ms   peak " +
                $"{result.PeakBytes >> 20} MiB of {result.WeightBytes >> 20} MiB, {result.BeforeBytes >> 20} before"));
        return result;
    }

    private static double Time(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed.TotalMilliseconds;
    }

    // Writes only the bytes of the weights from memory to disk.
    private static void Copy(Module model, string path)
    {
        using var file = File.Create(path);
        foreach (var (_, weight) in model.state_dict())
            file.Write(weight.bytes);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
