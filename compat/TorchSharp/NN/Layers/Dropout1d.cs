namespace TorchSharp.Modules;

public sealed class Dropout1d : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal Dropout1d(double p, bool inplace)
        : base(nameof(Dropout1d))
    {
        this.p = p;
        this.inplace = inplace;
    }

    public double p { get; set; }

    public bool inplace { get; set; }

    public override torch.Tensor forward(torch.Tensor input)
    {
        if (input.ndim != 3) throw new ArgumentException("tensor passed to Dropout1d must be of the shape (N,C,L");
        return torch.nn.functional.dropout1d(input, p, training, inplace);
    }
}
