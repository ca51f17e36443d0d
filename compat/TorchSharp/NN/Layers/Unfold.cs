namespace TorchSharp.Modules;

public sealed class Unfold : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal Unfold((long, long) kernel_size, (long, long) dilation, (long, long) padding, (long, long) stride)
        : base(nameof(Unfold)) =>
        (this.kernel_size, this.dilation, this.padding, this.stride) = (kernel_size, dilation, padding, stride);

    public (long, long) kernel_size { get; set; }

    public (long, long) dilation { get; set; }

    public (long, long) padding { get; set; }

    public (long, long) stride { get; set; }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.unfold(tensor, kernel_size, dilation, padding, stride);
}
