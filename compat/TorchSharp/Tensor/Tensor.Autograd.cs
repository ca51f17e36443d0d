using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public bool is_leaf => Native.lt_tensor_is_leaf(Handle) != 0;

        public bool requires_grad
        {
            get => Native.lt_tensor_requires_grad(Handle) != 0;
            set => Native.Check(Native.lt_tensor_set_requires_grad(Handle, value ? 1 : 0));
        }

        public unsafe Tensor? grad
        {
            get
            {
                int size;
                var gradient = Native.lt_tensor_grad(Handle, &size);
                return gradient == 0 ? null : new Tensor(gradient, size);
            }
            set => Native.Check(Native.lt_tensor_set_grad(Handle, value?.Handle ?? 0));
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        public void retain_grad() => Native.Check(Native.lt_tensor_retain_grad(Handle));

        public void backward() => autograd.backward([this]);

        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);

        public Tensor detach() => Aten.detach.Call(this);

        public Tensor detach_() => Aten.detach_.On(this);
    }
}
