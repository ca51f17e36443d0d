using System.Diagnostics;
using System.Text.Json;

namespace Latent.Benchmarks;

/// <summary>
/// A separate process that runs training steps on request, so that runs can be interleaved. A request is a line CASE THREADS STEPS; the
/// response is the milliseconds of every step.
/// </summary>
internal sealed class TrainingPeer : IDisposable
{
    // Debian's own interpreter, which finds Debian's python3-torch.
    private const string Interpreter = "/usr/bin/python3";

    // OpenBLAS settings of the machine are removed, so that Debian's PyTorch runs as installed.
    private static readonly string[] Removed = ["OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"];

    private readonly Process process;

    private TrainingPeer(ProcessStartInfo start)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        process = Process.Start(start)!;
        var answer = JsonDocument.Parse(ReadLine()).RootElement;
        Version = answer.GetProperty("torch").GetString()!;
        if (answer.TryGetProperty("openblas", out var openBlas) && !openBlas.GetBoolean())
        {
            throw new InvalidOperationException(
                "Debian's PyTorch uses the reference BLAS here, which is not representative of its speed. Install libopenblas0-pthread.");
        }
    }

    /// <summary>The version of PyTorch or TorchSharp.</summary>
    public string Version { get; }

    /// <summary>The environment variables of this machine that are removed for the Python peer.</summary>
    public static IEnumerable<string> RemovedHere => Removed.Where(name => Environment.GetEnvironmentVariable(name) is not null);

    /// <summary>
    /// Starts Debian's PyTorch, limited to a number of threads. <c>torch.set_num_threads(1)</c> alone leaves its OpenBLAS at two.
    /// </summary>
    public static TrainingPeer Python(int threads)
    {
        var start = new ProcessStartInfo(Interpreter, [Path.Combine(AppContext.BaseDirectory, "peers", "training_peer.py")]);
        foreach (var name in Removed)
            start.Environment.Remove(name);
        start.Environment["OPENBLAS_NUM_THREADS"] = start.Environment["OMP_NUM_THREADS"] = $"{threads}";
        return new TrainingPeer(start);
    }

    /// <summary>Starts TorchSharp with the training loop of its documentation (<see cref="NaiveTraining"/>).</summary>
    public static TrainingPeer Naive()
        => new(new ProcessStartInfo("dotnet", [typeof(TrainingPeer).Assembly.Location, NaiveTraining.Command]));

    /// <summary>Runs the steps and returns the milliseconds of each.</summary>
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
        ?? throw new InvalidOperationException(
            "A peer ended early; its message is above. "
            + "The Python peer needs Debian's python3-torch: ./build.sh --target=Bench installs it.");
}
