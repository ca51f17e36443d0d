namespace TorchSharp.Modules;

public abstract class BatchNorm : NormBase
{
    public BatchNorm(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats,
        torch.Device? device, torch.ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    public override torch.Tensor forward(torch.Tensor input)
    {
        ValidateInputDimensions(input);
        var counting = training && track_running_stats;
        if (counting) num_batches_tracked?.add_(1);
        var weightOfBatch = momentum ?? (counting && num_batches_tracked is not null ? 1.0 / num_batches_tracked.ToDouble() : 0.0);
        var useStatistics = !training || track_running_stats;
        return torch.nn.functional.batch_norm(
            input,
            useStatistics ? running_mean : null,
            useStatistics ? running_var : null,
            affine ? weight : null,
            bias,
            training || (running_mean is null && running_var is null),
            weightOfBatch,
            eps);
    }
}
