using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests;

public class MemoryTests
{
    private const int Steps = 2000;
    private const long ResidentBand = 24L << 20;

    [Fact]
    public void Training_TwoThousandSteps_KeepsNativeMemoryFlat()
    {
        using var model = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 64));
        using var optimizer = optim.Adam(model.parameters());
        using var data = rand(32, 64);
        Train(model, optimizer, data, Steps);
        Collect();
        var tensors = Tensor.TotalCount;
        var resident = Resident();
        Train(model, optimizer, data, Steps);
        Collect();
        Assert.Equal(tensors, Tensor.TotalCount);
        Assert.InRange(Resident() - resident, long.MinValue, ResidentBand);
    }

    [Fact]
    public void Allocation_WithoutAScope_IsCollected()
    {
        Collect();
        var tensors = Tensor.TotalCount;
        for (var i = 0; i < 2000; i++) _ = zeros(512, 512);
        Collect();
        Assert.InRange(Tensor.TotalCount - tensors, long.MinValue, 1);
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private static void Train(Sequential model, Adam optimizer, Tensor data, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            nn.functional.mse_loss(model.call(data), data).backward();
            optimizer.step();
        }
    }

    private static long Resident()
    {
        var pages = long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        return pages * Environment.SystemPageSize;
    }
}
