using System.Diagnostics;
using System.Globalization;
using Latent.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Benchmarks;

/// <summary>How long exports take and how much memory, beside writing as many bytes.</summary>
internal static class ExporterBenchmark
{
    private const int Rounds = 7;
    private const long Width = 4096;
    private const int Layers = 6;

    private static readonly ParityOptions Unchecked = new() { IsChecked = false };

    public static IReadOnlyList<ExporterResult> Run(Action<string> log)
    {
        var folder = Directory.CreateTempSubdirectory("latent-bench-");
        try
        {
            using var large = Large();
            using var vae = new ArticleVae();
            vae.eval();
            var row = Inputs.Of(("x", [Dim.Batch, Width]));

            // The large model without a comparison comes first: what ONNX Runtime takes, the process keeps.
            return
            [
                Measure("100 million parameters, written", large, row, new ExportOptions { Parity = Unchecked }, folder.FullName, log),
                Measure("100 million parameters, written beside the graph", large, row, new ExportOptions { Parity = Unchecked, Weights = WeightPlacement.External }, folder.FullName, log),
                Measure("784-400-20 VAE, written", vae, ArticleVae.Inputs, new ExportOptions { Parity = Unchecked }, folder.FullName, log),
                Measure("784-400-20 VAE, compared at three batch sizes", vae, ArticleVae.Inputs, new ExportOptions(), folder.FullName, log),
                Measure("100 million parameters, compared at three batch sizes", large, row, new ExportOptions { Weights = WeightPlacement.External }, folder.FullName, log),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Sequential Large()
    {
        var model = Sequential([.. Enumerable.Range(0, Layers).Select(i => ($"{i}", (Module<Tensor, Tensor>)Linear(Width, Width)))]);
        model.eval();
        return model;
    }

    private static ExporterResult Measure(string name, Module model, Inputs inputs, ExportOptions options, string folder, Action<string> log)
    {
        var weights = model.state_dict().Values.Sum(tensor => tensor.numel() * sizeof(float));
        var (exports, copies) = (new List<double>(), new List<double>());
        var before = Memory.Resident();
        Memory.ForgetPeak();
        long peak = 0;
        for (var round = 0; round < Rounds; round++)
        {
            exports.Add(Time(() => OnnxExporter.Export(model, Path.Combine(folder, "model.onnx"), inputs, options)));
            peak = Math.Max(peak, Memory.Peak());
            copies.Add(Time(() => Copy(model, Path.Combine(folder, "copy"))));
        }

        var result = new ExporterResult(name, Median(exports), Median(copies), peak, before, weights);
        log(string.Create(CultureInfo.InvariantCulture, $"  {name,-54} {result.Milliseconds,8:F1} ms (first {exports[0]:F1})   copy {result.CopyMilliseconds,8:F1} ms   peak {peak >> 20} MiB of {weights >> 20} MiB, {before >> 20} before"));
        return result;
    }

    private static double Time(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed.TotalMilliseconds;
    }

    // The bytes of the weights from memory to disk, and nothing else.
    private static void Copy(Module model, string path)
    {
        using var file = File.Create(path);
        foreach (var (_, weight) in model.state_dict())
            file.Write(weight.bytes);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
