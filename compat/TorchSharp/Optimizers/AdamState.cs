namespace TorchSharp.Modules;

/// <summary>What <see cref="Adam"/> and <see cref="AdamW"/> remember of a parameter, each under its own nested name.</summary>
public abstract class AdamState(Parameter parameter) : OptimizerState(parameter), IDisposable
{
    public long step;
    public torch.Tensor exp_avg = null!;
    public torch.Tensor exp_avg_sq = null!;
    public torch.Tensor? max_exp_avg_sq;

    public override void Initialize(OptimizerOptions options)
    {
        Dispose();
        step = 0;
        exp_avg = Zeros();
        exp_avg_sq = Zeros();
        max_exp_avg_sq = ((AdamOptions)options).amsgrad == true ? Zeros() : null;
    }

    public override void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(step);
        exp_avg.Save(writer);
        exp_avg_sq.Save(writer);
        SaveConditionalStateTensor(writer, max_exp_avg_sq);
    }

    public override void LoadStateDict(BinaryReader reader)
    {
        step = reader.ReadInt64();
        exp_avg.Load(reader);
        exp_avg_sq.Load(reader);
        LoadConditionalStateTensor(reader, ref max_exp_avg_sq, _parameter.device);
    }

    public override void LoadStateDict(OptimizerState source)
    {
        var other = (AdamState)source;
        Dispose();
        step = other.step;
        exp_avg = Copy(other.exp_avg);
        exp_avg_sq = Copy(other.exp_avg_sq);
        max_exp_avg_sq = other.max_exp_avg_sq is { } largest ? Copy(largest) : null;
    }

    public override bool ApproximatelyEquals(OptimizerState other) =>
        other is AdamState that
        && step == that.step
        && exp_avg.allclose(that.exp_avg)
        && exp_avg_sq.allclose(that.exp_avg_sq)
        && (max_exp_avg_sq is null || (that.max_exp_avg_sq is { } largest && max_exp_avg_sq.allclose(largest)));

    public override void to(torch.Device device)
    {
        exp_avg = exp_avg.to(device, disposeAfter: true).DetachFromDisposeScope();
        exp_avg_sq = exp_avg_sq.to(device, disposeAfter: true).DetachFromDisposeScope();
        max_exp_avg_sq = max_exp_avg_sq?.to(device, disposeAfter: true).DetachFromDisposeScope();
    }

    public void Dispose()
    {
        exp_avg?.Dispose();
        exp_avg_sq?.Dispose();
        max_exp_avg_sq?.Dispose();
    }
}
