using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Latent.Benchmarks;

/// <summary>
/// Trains the models of training_peer.py with TorchSharp as in its documentation: its losses, its Adam, scalar operands, and a dispose
/// scope per step.
/// </summary>
internal static class NaiveTraining
{
    /// <summary>The argument that starts this peer.</summary>
    public const string Command = "naive-training";

    private const int Batch = 128;

    /// <summary>Serves requests from standard input, one per line.</summary>
    public static void Serve()
    {
        var version = typeof(torch).Assembly.GetName().Version!.ToString(3);
        Console.WriteLine(JsonSerializer.Serialize(new { torch = version }));
        while (Console.ReadLine()?.Split(' ') is [var model, var threads, var steps])
            Console.WriteLine(JsonSerializer.Serialize(
                Run(model, int.Parse(threads, CultureInfo.InvariantCulture), int.Parse(steps, CultureInfo.InvariantCulture))));
    }

    private static double[] Run(string name, int threads, int steps)
    {
        set_num_threads(threads);
        using var generator = manual_seed(1);
        using var all = NewDisposeScope();
        using var model = NaiveModel.Create(name);
        using var optimizer = optim.Adam(model.parameters(), lr: 1e-3);
        var batches = rand(Batch * steps, NaiveModel.Pixels).split(Batch);
        var (times, total) = (new double[steps], 0.0);
        for (var step = 0; step < steps; step++)
        {
            var began = Stopwatch.GetTimestamp();
            using var scope = NewDisposeScope();
            var loss = model.call(batches[step]);
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
            total += loss.item<float>();
            times[step] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        return double.IsFinite(total) ? times : throw new InvalidOperationException($"The naive {name} diverged.");
    }
}
