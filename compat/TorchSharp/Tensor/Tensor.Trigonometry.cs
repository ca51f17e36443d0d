using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor asin() => Aten.asin.Call(this);
        public Tensor asin_() => Aten.asin_.On(this);
        public Tensor arcsin() => asin();
        public Tensor arcsin_() => asin_();

        public Tensor acos() => Aten.acos.Call(this);
        public Tensor acos_() => Aten.acos_.On(this);
        public Tensor arccos() => acos();
        public Tensor arccos_() => acos_();

        public Tensor atan() => Aten.atan.Call(this);
        public Tensor atan_() => Aten.atan_.On(this);
        public Tensor arctan() => atan();
        public Tensor arctan_() => atan_();

        public Tensor cos() => Aten.cos.Call(this);
        public Tensor cos_() => Aten.cos_.On(this);

        public Tensor sin() => Aten.sin.Call(this);
        public Tensor sin_() => Aten.sin_.On(this);

        public Tensor tan() => Aten.tan.Call(this);
        public Tensor tan_() => Aten.tan_.On(this);

        public Tensor sinc() => Aten.sinc.Call(this);
        public Tensor sinc_() => Aten.sinc_.On(this);

        public Tensor sinh() => Aten.sinh.Call(this);
        public Tensor sinh_() => Aten.sinh_.On(this);

        public Tensor cosh() => Aten.cosh.Call(this);
        public Tensor cosh_() => Aten.cosh_.On(this);

        public Tensor tanh() => Aten.tanh.Call(this);
        public Tensor tanh_() => Aten.tanh_.On(this);

        public Tensor asinh() => Aten.asinh.Call(this);
        public Tensor asinh_() => Aten.asinh_.On(this);
        public Tensor arcsinh() => asinh();
        public Tensor arcsinh_() => asinh_();

        public Tensor acosh() => Aten.acosh.Call(this);
        public Tensor acosh_() => Aten.acosh_.On(this);
        public Tensor arccosh() => acosh();
        public Tensor arccosh_() => acosh_();

        public Tensor atanh() => Aten.atanh.Call(this);
        public Tensor atanh_() => Aten.atanh_.On(this);
        public Tensor arctanh() => atanh();
        public Tensor arctanh_() => atanh_();

        public Tensor atan2(Tensor other) => Aten.atan2.Call(this, other);
        public Tensor atan2_(Tensor other) => Aten.atan2_.On(this, other);
        public Tensor arctan2(Tensor other) => atan2(other);
        public Tensor arctan2_(Tensor other) => atan2_(other);
    }
}
