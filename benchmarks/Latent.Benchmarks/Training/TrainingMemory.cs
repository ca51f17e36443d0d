using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Latent.Fitting;
using static TorchSharp.torch;

namespace Latent.Benchmarks;

/// <summary>Measures the memory of long runs, each in a separate process.</summary>
internal static class TrainingMemory
{
    private const int Batches = 10;

    /// <summary>The argument that starts the process of one run.</summary>
    public const string Command = "memory-of";

    /// <summary>Runs all cases.</summary>
    public static IReadOnlyList<TrainingMemoryResult> Run(Action<string> log) => [
        Start("vae", 500, log),                     // 5,000 steps
        Start("conv-vae", 30, log)];

    /// <summary>Runs in the new process: trains and prints the measurements as JSON.</summary>
    public static void Measure(string model, int epochs)
    {
        set_num_threads(1);
        var meter = new Meter(epochs);
        TrainingBenchmark.Train(model, TrainingBenchmark.RandomRows(Batches), epochs, meter);
        Console.WriteLine(JsonSerializer.Serialize(meter.Result(model)));
    }

    private static TrainingMemoryResult Start(string model, int epochs, Action<string> log)
    {
        string[] arguments = [typeof(TrainingMemory).Assembly.Location, Command, model, epochs.ToString(CultureInfo.InvariantCulture)];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var result = process.ExitCode == 0
            ? JsonSerializer.Deserialize<TrainingMemoryResult>(output)!
            : throw new InvalidOperationException(
                $"The process that trains {model} ended with exit code {process.ExitCode}; its message is above.");
        log(
            $"  {result.Case,-10} {result.Steps} steps   resident {result.EarlyMegabytes:F0} MB after a tenth of the steps, "
            + $"{result.FinalMegabytes:F0} MB at the end");
        return result;
    }

    // Measures resident memory after a tenth of the epochs and after the last.
    private sealed class Meter(int epochs) : ITrainingObserver
    {
        private int steps;
        private double early;
        private double final;

        public void OnStep(TrainingProgress progress) => steps++;

        public void OnEpoch(EpochMetrics metrics)
        {
            if (metrics.Epoch == epochs / 10)
                early = ProcessMemory.ResidentMegabytes;
            if (metrics.Epoch == epochs)
                final = ProcessMemory.ResidentMegabytes;
        }

        public TrainingMemoryResult Result(string model) => new(model, steps, early, final);
    }
}
