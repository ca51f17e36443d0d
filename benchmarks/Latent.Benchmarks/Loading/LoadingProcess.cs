using System.Diagnostics;
using System.Text.Json;
using Latent.Bundles;
using Latent.Runtime;

namespace Latent.Benchmarks;

/// <summary>A separate process that loads models, so that nothing else is in its memory.</summary>
internal static class LoadingProcess
{
    private const int SampleEvery = 10;

    /// <summary>Loads a bundle as an application would and requests one verdict; measures the total milliseconds.</summary>
    public const string Verdict = "verdict";

    /// <summary>Loads bundles with the runtime, with shared threads.</summary>
    public const string Ours = "ours";

    /// <summary>Loads bundles with the runtime, with one thread per call.</summary>
    public const string OursOneThread = "ours-one-thread";

    /// <summary>Opens the same graphs with ONNX Runtime and its default options.</summary>
    public const string Raw = "raw";

    /// <summary>Runs in the new process: prints the samples as JSON.</summary>
    public static void Run(string kind, string[] folders)
    {
        if (kind == Ours)
            SharedThreads.Start();
        Console.WriteLine(JsonSerializer.Serialize(kind == Verdict ? [FirstVerdict(folders[0])] : LoadAll(kind, folders)));
    }

    /// <summary>Starts a process and reads the samples that it prints.</summary>
    public static IReadOnlyList<LoadSample> Start(string kind, IEnumerable<string> folders)
    {
        string[] arguments = [typeof(LoadingProcess).Assembly.Location, "loading", kind, .. folders];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<LoadSample[]>(output)!
            : throw new InvalidOperationException($"The loading process ended with exit code {process.ExitCode}; its message is above.");
    }

    private static LoadSample FirstVerdict(string folder)
    {
        var began = Stopwatch.GetTimestamp();
        using var model = Autoencoder.Load(folder);
        model.Detect(new float[model.InputSize]);
        return Sample(1, began);
    }

    private static List<LoadSample> LoadAll(string kind, string[] folders)
    {
        var began = Stopwatch.GetTimestamp();
        List<LoadSample> samples = [];
        List<IDisposable> loaded = [];
        foreach (var (position, folder) in folders.Index())
        {
            loaded.AddRange(kind == Raw ? OpenSessions(folder) : [LoadModel(folder, kind == Ours ? 0 : 1)]);
            if (position == 0 || (position + 1) % SampleEvery == 0)
                samples.Add(Sample(position + 1, began));
        }

        loaded.ForEach(item => item.Dispose());
        return samples;
    }

    private static Autoencoder LoadModel(string folder, int threads)
    {
        var model = Autoencoder.Load(folder, new() { Threads = threads });
        var row = new float[model.InputSize];
        model.Decode(model.Encode(row).Mean);
        model.Reconstruct(row);
        model.Score(row);
        return model;
    }

    private static IEnumerable<IDisposable> OpenSessions(string folder)
    {
        var bundle = Bundle.Open(folder);
        foreach (var (graph, entry) in bundle.Manifest.Graphs)
        {
            var batch = GoldenBatch.Create(bundle, graph, 1);
            var run = new BoundRun(bundle.GetPath(entry), threads: 0, batch.Inputs, batch.Outputs);
            run.Run();
            yield return run;
        }
    }

    private static LoadSample Sample(int models, long began)
    {
        var time = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        GC.Collect();
        return new(models, time, ProcessMemory.PrivateMegabytes, ProcessMemory.ResidentMegabytes, ProcessMemory.Threads);
    }
}
