using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor relu() => Aten.relu.Call(this);
        public Tensor relu_() => Aten.relu_.On(this);

        public Tensor relu6() => Aten.relu6.Call(this);
        public Tensor relu6_() => Aten.relu6_.On(this);

        public Tensor selu() => Aten.selu.Call(this);
        public Tensor selu_() => Aten.selu_.On(this);

        public Tensor silu() => Aten.silu.Call(this);
        public Tensor silu_() => Aten.silu_.On(this);

        public Tensor hardsigmoid() => Aten.hardsigmoid.Call(this);
        public Tensor hardsigmoid_() => Aten.hardsigmoid_.On(this);

        public Tensor hardswish() => Aten.hardswish.Call(this);
        public Tensor hardswish_() => Aten.hardswish_.On(this);

        public Tensor elu(double alpha = 1) => elu(alpha, 1.0, 1.0);
        public Tensor elu_(double alpha = 1) => elu_(alpha, 1.0, 1.0);
        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => Aten.elu.Call(this, alpha, scale, input_scale);
        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) => Aten.elu_.On(this, alpha, scale, input_scale);

        public Tensor celu() => celu(1.0);
        public Tensor celu_() => celu_(1.0);
        public Tensor celu(Scalar alpha) => Aten.celu.Call(this, alpha);
        public Tensor celu_(Scalar alpha) => Aten.celu_.On(this, alpha);

        public Tensor gelu() => Aten.gelu.Call(this);
        public Tensor gelu(Modules.GELU.Approximate approximate) => Aten.gelu.Call(this, approximate.ToString());
        public Tensor gelu_() => Aten.gelu_.On(this);
        public Tensor gelu_(Modules.GELU.Approximate approximate) => Aten.gelu_.On(this, approximate.ToString());

        public Tensor leaky_relu(Scalar negative_slope) => Aten.leaky_relu.Call(this, negative_slope);
        public Tensor leaky_relu_(Scalar negative_slope) => Aten.leaky_relu_.On(this, negative_slope);
        public Tensor prelu(Tensor target) => Aten.prelu.Call(this, target);

        public Tensor rrelu(double lower = 1.0 / 8.0, double upper = 1.0 / 3.0) => Aten.rrelu.Call(this, (Scalar)lower, (Scalar)upper);
        public Tensor rrelu_(double lower = 1.0 / 8.0, double upper = 1.0 / 3.0) => Aten.rrelu_.On(this, (Scalar)lower, (Scalar)upper);

        public Tensor hardtanh(Scalar min, Scalar max) => Aten.hardtanh.Call(this, min, max);
        public Tensor hardtanh_(Scalar min, Scalar max) => Aten.hardtanh_.On(this, min, max);
        public Tensor threshold(Scalar threshold, Scalar value) => Aten.threshold.Call(this, threshold, value);
        public Tensor threshold_(Scalar threshold, Scalar value) => Aten.threshold_.On(this, threshold, value);

        public Tensor softplus(double beta = 1, double threshold = 20) => Aten.softplus.Call(this, beta, threshold);
        public Tensor softmax(long dim, ScalarType? dtype = null) => Aten.softmax_int.Call(this, dim, dtype);
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Aten.log_softmax_int.Call(this, dim, dtype);
        public Tensor log_sigmoid() => Aten.log_sigmoid.Call(this);
        public Tensor glu(long dim = -1) => Aten.glu.Call(this, dim);
    }
}
