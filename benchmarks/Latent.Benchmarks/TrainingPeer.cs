using System.Diagnostics;
using System.Text.Json;

namespace Latent.Benchmarks;

/// <summary>A process of its own that runs training steps on request, so that runs can be interleaved: a line CASE THREADS STEPS, answered by the milliseconds of every step.</summary>
internal sealed class TrainingPeer : IDisposable
{
    // Debian's own interpreter: the one that sees Debian's python3-torch.
    private const string Interpreter = "/usr/bin/python3";

    // What a machine sets for its own programs is not how Debian's PyTorch is installed.
    private static readonly string[] Removed = ["OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"];

    private readonly Process process;

    private TrainingPeer(ProcessStartInfo start)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        process = Process.Start(start)!;
        var answer = JsonDocument.Parse(ReadLine()).RootElement;
        Version = answer.GetProperty("torch").GetString()!;
        if (answer.TryGetProperty("openblas", out var openBlas) && !openBlas.GetBoolean())
            throw new InvalidOperationException("Debian's PyTorch runs on the reference BLAS here, which says nothing of its speed. Install libopenblas0-pthread.");
    }

    /// <summary>The version of PyTorch or TorchSharp.</summary>
    public string Version { get; }

    /// <summary>Variables of this machine that the Python peer does without.</summary>
    public static IEnumerable<string> RemovedHere => Removed.Where(name => Environment.GetEnvironmentVariable(name) is not null);

    /// <summary>Debian's PyTorch, held to a number of threads. <c>torch.set_num_threads(1)</c> alone leaves its OpenBLAS at two.</summary>
    public static TrainingPeer Python(int threads)
    {
        var start = new ProcessStartInfo(Interpreter, [Path.Combine(AppContext.BaseDirectory, "peers", "training_peer.py")]);
        foreach (var name in Removed)
            start.Environment.Remove(name);
        start.Environment["OPENBLAS_NUM_THREADS"] = start.Environment["OMP_NUM_THREADS"] = $"{threads}";
        return new TrainingPeer(start);
    }

    /// <summary>TorchSharp as its documentation writes a training loop (<see cref="NaiveTraining"/>).</summary>
    public static TrainingPeer Naive() => new(new ProcessStartInfo("dotnet", [typeof(TrainingPeer).Assembly.Location, NaiveTraining.Command]));

    /// <summary>The milliseconds of each step.</summary>
    public double[] Run(string model, int threads, int steps)
    {
        process.StandardInput.WriteLine($"{model} {threads} {steps}");
        process.StandardInput.Flush();
        return JsonSerializer.Deserialize<double[]>(ReadLine())!;
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private string ReadLine() => process.StandardOutput.ReadLine()
        ?? throw new InvalidOperationException("A peer ended early; its message is above. The Python one needs Debian's python3-torch: ./build.sh --target=Bench installs it.");
}
