using System.Diagnostics;
using System.Globalization;
using Latent.Bundles;
using Latent.Runtime;

// cuda-trial MODELS [DEVICE]: a table of golden vectors, then one of batches compared with the CPU, as Markdown. Exit code 1 when a
// bundle does not reproduce its golden vectors.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var models = args[0];
var device = Device.Parse(args.Length > 1 ? args[1] : "cuda:0");
string[] measured = ["mnist-vae", "mnist-conv-vae", "mnist-attention", "nslkdd-vae"];
int[] batches = [1, 16, 256, 4096, 65536];

Console.WriteLine(
    $"ONNX Runtime {GraphSession.EngineVersion}, {device}\n\n| bundle | graphs | largest difference | |\n|---|---:|---:|---|");
var passed = true;
foreach (var folder in Directory.EnumerateDirectories(models).Order(StringComparer.Ordinal))
{
    try
    {
        using var model = Autoencoder.Load(folder, new RuntimeOptions { Device = device });
        var report = model.Verify();
        passed &= report.Passed;
        Console.WriteLine(
            $"| {model.Manifest.Name} | {report.Graphs.Count} | {report.Graphs.Max(graph => graph.LargestDifference):0.0e+00} | " +
            $"{(report.Passed ? "ok" : "NOT AS EXPORTED")} |");
    }
    catch (Exception exception) when (exception is BundleException or DeviceException)
    {
        passed = false;
        Console.WriteLine($"| {Path.GetFileName(folder)} | | | {exception.Message.ReplaceLineEndings("; ")} |");
    }
}

Console.WriteLine(
    $"\nReconstruct, rows per second, medians of 5:\n\n| bundle | batch | cpu | {device} | ratio |\n|---|---:|---:|---:|---:|");
foreach (var name in measured)
{
    var folder = Path.Combine(models, name);
    var golden = Bundle.Open(folder).ReadGolden("score")!.Inputs[0];
    foreach (var batch in batches)
    {
        var options = new RuntimeOptions { MaxBatch = batch, Threads = 0 };
        using var cpu = Autoencoder.Load(folder, options with { Device = Device.Cpu });
        using var gpu = Autoencoder.Load(folder, options with { Device = device });
        var rows = Enumerable.Range(0, batch * cpu.InputSize).Select(i => golden.Floats![i % golden.Floats.Length]).ToArray();
        var (onCpu, onGpu) = Measure(cpu, gpu, rows, batch);
        Console.WriteLine($"| {name} | {batch} | {onCpu:N0} | {onGpu:N0} | {onGpu / onCpu:0.00} |");
    }
}
return passed ? 0 : 1;

// Alternates between the two, so that other load on the machine affects both.
static (double Cpu, double Gpu) Measure(Autoencoder cpu, Autoencoder gpu, float[] rows, int batch)
{
    var output = new float[rows.Length];
    var seconds = (Cpu: new List<double>(), Gpu: new List<double>());
    for (var turn = 0; turn < 6; turn++)
    {
        seconds.Cpu.Add(Seconds(cpu, rows, output));
        seconds.Gpu.Add(Seconds(gpu, rows, output));
    }
    return (batch / Median(seconds.Cpu), batch / Median(seconds.Gpu));
}

static double Seconds(Autoencoder model, float[] rows, float[] output)
{
    var began = Stopwatch.GetTimestamp();
    model.Reconstruct(rows, output);
    return Stopwatch.GetElapsedTime(began).TotalSeconds;
}

// The first turn is a warm-up.
static double Median(List<double> seconds) => seconds.Skip(1).Order().ElementAt((seconds.Count - 1) / 2);
