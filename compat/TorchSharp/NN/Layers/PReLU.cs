using TorchSharp.Utils;

namespace TorchSharp.Modules;

public sealed class PReLU : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    internal PReLU(long num_parameters, double init, torch.Device? device = null, torch.ScalarType? dtype = null)
        : base(nameof(PReLU))
    {
        this.init = init;
        this.num_parameters = num_parameters;
        weight = torch.full(num_parameters, init, dtype, device).AsParameter();
    }

    public long num_parameters { get; private set; }

    public double init { get; private set; }

    public Parameter weight
    {
        get => _weight!;
        set => Own(ref _weight, value, nameof(weight));
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.prelu(tensor, weight);
}
