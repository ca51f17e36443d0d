using Latent.Bundles;
using Latent.Runtime.Tests.Models;

namespace Latent.Runtime.Tests;

public sealed class GraphBindingTests : IDisposable
{
    private const int Calls = 200;

    private readonly TinyModel tiny = new();
    private readonly TemporaryModel files;
    private readonly GraphSession session;

    public GraphBindingTests()
    {
        files = new(tiny);
        session = new(Path.Combine(files.Folder, "reconstruct.onnx"));
    }

    public void Dispose()
    {
        session.Dispose();
        files.Dispose();
    }

    [Fact]
    public void Run_ArraysThatChange_ReadsAndWritesThemInPlace()
    {
        var (rows, reconstructed) = (tiny.Rows(3), new float[18]);
        using var binding = session.Bind(
            [NamedTensor.Create("x", rows, 3, 6)],
            [NamedTensor.Create("reconstruction", reconstructed, 3, 6)]);
        binding.Run();
        Close.AssertEqual(tiny.Decode(tiny.Encode(rows)), reconstructed);

        tiny.Rows(3, seed: 4).CopyTo(rows, 0);
        binding.Run();
        Close.AssertEqual(tiny.Decode(tiny.Encode(rows)), reconstructed);
    }

    [Fact]
    public void Run_SteadyState_AllocatesNothing()
    {
        using var binding = session.Bind(
            [NamedTensor.Create("x", tiny.Rows(3), 3, 6)],
            [NamedTensor.Create("reconstruction", new float[18], 3, 6)]);
        for (var i = 0; i < Calls; i++)
            binding.Run();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Calls; i++)
            binding.Run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Run_OutputOfAnotherShape_Throws()
    {
        using var binding = session.Bind(
            [NamedTensor.Create("x", tiny.Rows(3), 3, 6)],
            [NamedTensor.Create("reconstruction", new float[12], 2, 6)]);

        Assert.Contains("ONNX Runtime cannot run a graph.", Assert.Throws<BundleException>(binding.Run).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bind_NoSuchInput_Throws()
    {
        var bind = () => session.Bind(
            [NamedTensor.Create("y", tiny.Rows(3), 3, 6)],
            [NamedTensor.Create("reconstruction", new float[18], 3, 6)]);

        Assert.Contains(session.InputNames, name => name == "x");
        Assert.Contains("ONNX Runtime cannot run a graph.", Assert.Throws<BundleException>(bind).Message, StringComparison.Ordinal);
    }
}
